import { useState } from 'react';
import type { ConsoleView, ResultRow } from '../../shared/views/console-view.ts';
import type { NextStageView } from '../../shared/views/next-stage-view.ts';
import { ConsoleButton } from './console-button.tsx';
import { useSurroundings } from './desk-context.tsx';
import documents from './documents.module.css';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { HeldCurtain, useCover } from './held-curtain.tsx';
import { PickSome } from './pick-some.tsx';
import { ReasonedAct } from './reasoned-act.tsx';
import { RefusalNote } from './refusal-note.tsx';
import table from './result.module.css';
import { rowsByDivision } from './reveal-step.ts';
import { useWords } from './use-words.ts';

function useAdvanceWords(hasDivisions: boolean): (advance: NextStageView['advance']) => string {
  const { t } = useWords();
  return (advance) => {
    switch (advance.kind) {
      case 'places':
        return t(hasDivisions ? 'nextStage.byPlacesInEach' : 'nextStage.byPlaces', { count: advance.to });
      case 'at-least':
        return t('nextStage.byPoints', { points: advance.points });
      case 'by-hand':
        return t('nextStage.byHand');
    }
  };
}

function Entrants({ entrants }: { readonly entrants: NonNullable<NextStageView['entrants']> }) {
  const { t, localise } = useWords();
  if (entrants.length === 0) return <p>{t('nextStage.nobody')}</p>;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {entrants.some(({ division }) => division) && <th scope="col">{t('go.division')}</th>}
          <th scope="col">{t('result.unit')}</th>
          <th scope="col" className={table.figure}>
            {t('nextStage.carries')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entrants.map(({ unit, division, carried }) => (
          <tr key={unit.id}>
            {division && <td>{localise(division)}</td>}
            <td>{localise(unit.name)}</td>
            <td className={table.figure}>{carried ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Units to choose from, division after division, best first. */
function Choice({ rows, chosen, choose }: ChoiceProps) {
  const { t, localise } = useWords();
  return rowsByDivision(rows).map(({ division, rows: own }) => (
    <PickSome
      key={division?.['zh-Hans'] ?? ''}
      label={division ? localise(division) : t('nextStage.choose')}
      options={own.map(({ unit, place }) => ({
        id: unit.id,
        name: `${place ?? '—'} · ${localise(unit.name)}`,
      }))}
      chosen={chosen}
      onChoose={choose}
    />
  ));
}

type ChoiceProps = {
  readonly rows: readonly ResultRow[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
};

function ByHand({ rows }: Pick<ChoiceProps, 'rows'>) {
  const { t } = useWords();
  const [chosen, choose] = useState<readonly string[]>([]);
  const [isReasoning, setReasoning] = useState(false);
  return (
    <section>
      <div className={styles.act}>
        <Choice rows={rows} chosen={chosen} choose={choose} />
        <ConsoleButton
          label={
            chosen.length === 0 ? t('nextStage.chooseFirst') : t('nextStage.submit', { count: chosen.length })
          }
          blockedBy={chosen.length === 0 ? t('nextStage.chooseFirst') : null}
          onPress={() => setReasoning(true)}
        />
        {isReasoning && chosen.length > 0 && (
          <ReasonedAct
            control="nextStage"
            about={chosen.join(' ')}
            label={t('nextStage.reason')}
            presets={[t('nextStage.committee'), t('nextStage.replaced')]}
            submitLabel={t('nextStage.submit', { count: chosen.length })}
            question={t('nextStage.ask', { count: chosen.length })}
            command={(reason) => ({ kind: 'ChooseEntrants', units: [...chosen], reason })}
            onCancel={() => setReasoning(false)}
          />
        )}
      </div>
    </section>
  );
}

function FileLink({ isThere }: { readonly isThere: boolean }) {
  const { t, language } = useWords();
  const { token } = useSurroundings();
  return (
    <section>
      <h3>{t('nextStage.file')}</h3>
      <p className={styles.hint}>{t('nextStage.fileNote')}</p>
      {isThere ? (
        <ul className={documents.documents}>
          <li>
            <a
              href={`/console/export/next-stage.json?token=${encodeURIComponent(token)}&lang=${language}`}
              download="next-stage.json"
            >
              {t('nextStage.download')}
            </a>
          </li>
        </ul>
      ) : (
        <p>{t('refusal.entrants-not-chosen')}</p>
      )}
    </section>
  );
}

/** Who goes on to the next stage: by place, by points or chosen here; and the file for the next event's definition. */
export function NextStageDrawer({
  view,
}: {
  readonly view: Pick<ConsoleView, 'result' | 'exits' | 'health'>;
}) {
  const { t } = useWords();
  const displays = view.health.displays.kind;
  const cover = useCover(displays);
  const { result } = view;
  const next = result?.nextStage;
  const hasDivisions = result?.rows.some(({ division }) => division !== undefined) ?? false;
  const advanceWords = useAdvanceWords(hasDivisions);
  if (!result || !next) return null;
  const isOut = (id: string) => view.exits.some((exit) => exit.id === id);
  const isHeld = result.revealed < result.places && cover.isCovered;
  return (
    <Drawer title={t('nextStage.title')} isNarrow>
      <p className={styles.hint}>{advanceWords(next.advance)}</p>
      {isHeld ? (
        <HeldCurtain displays={displays} count={result.places - result.revealed} />
      ) : (
        <>
          {next.entrants && <Entrants entrants={next.entrants} />}
          {next.reason !== null && <p>{t('nextStage.chosenBecause', { reason: next.reason })}</p>}
          {next.advance.kind === 'by-hand' && (
            <ByHand
              key={next.entrants?.map(({ unit }) => unit.id).join(' ') ?? ''}
              rows={result.rows.filter(({ unit }) => !isOut(unit.id))}
            />
          )}
        </>
      )}
      <RefusalNote control="nextStage" />
      <FileLink isThere={next.entrants !== null} />
    </Drawer>
  );
}
