import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrompterView } from '../../shared/views/view-sections.ts';
import { type PageStore, usePage } from '../connection/page-store.ts';
import { useHostClock } from '../projector/use-host-clock.ts';
import '../ui/fonts-sans.css';
import { AdmissionNotice } from './admission-notice.tsx';
import { StageClock } from './stage-clock.tsx';

/** The view once its sections are there; the message is null until the operator sends one. */
function wholeView({ event, stage, timer, message = null }: Partial<PrompterView>): PrompterView | null {
  return event && stage && timer ? { event, stage, timer, message } : null;
}

type PrompterScreenProps = {
  readonly store: PageStore<'prompter'>;
  readonly acknowledge: (message: number) => void;
};

/** The stage monitor: how long have I got, and what does the operator want me to know. */
export function PrompterScreen({ store, acknowledge }: PrompterScreenProps) {
  const { t } = useTranslation('prompter');
  const view = wholeView(usePage(store, (state) => state.view));
  const admission = usePage(store, (state) => state.admission);
  const link = usePage(store, (state) => state.link);
  const clockOffsetMs = usePage(store, (state) => state.clockOffsetMs);
  const now = useHostClock(clockOffsetMs, view?.timer ?? null);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  // A screen that was let in keeps its picture while the host is away or asks for its key again.
  const isShown =
    view !== null && (admission === null || admission.kind === 'admitted' || admission.state === 'prove');
  return isShown ? (
    <StageClock view={view} now={now} isHostLost={link.kind === 'lost'} acknowledge={acknowledge} />
  ) : (
    <AdmissionNotice admission={admission} isOnline={link.kind === 'online'} />
  );
}
