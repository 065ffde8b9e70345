import { createRoot } from 'react-dom/client';
import { unitId } from '../../shared/kernel/brand.ts';
import { type LocalText, localText } from '../../shared/kernel/language.ts';
import type { PrompterView } from '../../shared/views/view-sections.ts';
import type { Admission } from '../connection/page-state.ts';
import { prompterWords } from '../i18n/prompter.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { AdmissionNotice } from '../prompter/admission-notice.tsx';
import '../prompter/prompter-ground.css';
import { StageClock } from '../prompter/stage-clock.tsx';
import '../ui/fonts-sans.css';
import type { GalleryPage } from './gallery-page.ts';
import { countdown, sampleEvent, sampleNow, thirdDive, unitNames } from './wall-samples.ts';

const speech = localText('书记汇报', '書記匯報', 'Report');

function view(
  leftS: number,
  text: string | null = null,
  isAcknowledged = false,
  isPaused = false,
): PrompterView {
  const name: LocalText = unitNames[0] ?? speech;
  return {
    event: sampleEvent,
    stage: { stepName: speech, unit: { id: unitId('e1'), name } },
    timer: countdown(480, leftS, 'speech', isPaused),
    message: text === null ? null : { id: 1, text, isAcknowledged },
  };
}

const longText = '请先回答第二个问题，再说明资金来源和完成时间，最后留一分钟给市民监督团提问，谢谢配合';

const none: PrompterView['timer'] = { timer: { kind: 'none' }, bells: null, bellsAtMs: [] };
const diving: PrompterView['stage'] = { ...view(0).stage, attempt: thirdDive };

const views: { readonly [state: string]: PrompterView } = {
  running: view(102),
  'ten-minutes': { ...view(102), timer: countdown(1200, 754, 'speech') },
  paused: view(102, null, false, true),
  warning: view(48),
  overtime: view(-38),
  message: view(210, '请靠近话筒'),
  'message-long': view(-12, longText),
  'message-known': view(210, '请靠近话筒', true),
  lost: view(102),
  'lost-message': view(102, '请靠近话筒'),
  attempt: { ...view(102), stage: diving },
  'attempt-idle': { ...view(0), stage: diving, timer: none },
  idle: { ...view(0), timer: none },
};

const admission = (state: 'asked' | 'refused', number: string | null): Admission => ({
  kind: 'admission',
  state,
  number,
  retryAfterMs: null,
  refusal: null,
});

const notices: { readonly [state: string]: Admission | null } = {
  asked: admission('asked', '4071'),
  refused: admission('refused', null),
  connecting: null,
};

export const page: GalleryPage = {
  states: [...Object.keys(views), ...Object.keys(notices)],
  show(container, state) {
    startI18n('prompter', prompterWords);
    const shown = views[state];
    createRoot(container).render(
      shown ? (
        <StageClock
          view={shown}
          now={sampleNow}
          isHostLost={state.startsWith('lost')}
          acknowledge={() => {}}
        />
      ) : (
        <AdmissionNotice admission={notices[state] ?? null} isOnline={state !== 'connecting'} />
      ),
    );
  },
};
