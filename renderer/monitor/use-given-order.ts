import { useState } from 'react';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import { reportFault } from '../connection/report-fault.ts';

export type GivenOrder = {
  readonly isSending: boolean;
  /** Why the last one was refused, in words. */
  readonly refused: string | null;
  readonly give: (order: () => Promise<CommandOutcome>, accepted?: () => void) => void;
};

/** An order under way from one card: whether its answer is awaited, and why the last one was refused. */
export function useGivenOrder(refusalText: (code: string) => string): GivenOrder {
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
    refused: code === null ? null : refusalText(code),
    give: (order, accepted) => void give(order, accepted).catch(reportFault),
  };
}
