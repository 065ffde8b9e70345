import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import { reportFault } from '../connection/report-fault.ts';

const worded = [
  'wrong-count',
  'wrong-figures',
  'not-looked',
  'already-co-signed',
  'objection-open',
  'objection-there',
  'no-objection',
  'objection-of-another',
  'already-released',
  'result-not-counted',
  'unknown-proposal',
  'unknown-screen',
  'bad-signature',
  'another-round-open',
  'event-closed',
  'event-read-only',
] as const;

function refusalText(t: TFunction<'monitor'>, code: string): string {
  const known = worded.find((each) => each === code);
  return known ? t(`refusal.${known}`) : t('refusalOther', { code });
}

/** An order under way from one card: whether its answer is awaited, and why the last one was refused. */
export function useOrder(): {
  readonly isSending: boolean;
  readonly refused: string | null;
  readonly give: (order: () => Promise<CommandOutcome>, accepted?: () => void) => void;
} {
  const { t } = useTranslation('monitor');
  const [isSending, setIsSending] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const give = async (order: () => Promise<CommandOutcome>, accepted?: () => void): Promise<void> => {
    setIsSending(true);
    setCode(null);
    try {
      const outcome = await order();
      if (outcome.kind === 'refused') setCode(outcome.refusal.code);
      else accepted?.();
    } finally {
      setIsSending(false);
    }
  };
  return {
    isSending,
    refused: code === null ? null : refusalText(t, code),
    give: (order, accepted) => void give(order, accepted).catch(reportFault),
  };
}
