import type { RedUseText } from '../../i18n/en/red-use.js';
import type { Format } from '../../i18n/format.js';
import { BASELINE_SECONDS } from './matrix/baseline.model.js';
import { SCRAPE_SECONDS } from './red-use.model.js';
import { cellName, written, type RedUseView } from './red-use.view.js';

/** A cell that left its baseline, as far as a sentence needs it. */
export interface Move {
  readonly name: string;
  /** The value now, as it is written. */
  readonly value: string;
  readonly seconds: number;
  /** Whether users notice it: errors or duration of a service. */
  readonly isSymptom: boolean;
  readonly isBack: boolean;
}

/** All that the sentence rests on. */
export interface RedUseEvidence {
  /** Seconds of the quiet minute that are left; 0 when it is known what is usual. */
  readonly measuringSeconds: number;
  readonly cells: number;
  /** In the order in which they left. */
  readonly moves: readonly Move[];
  readonly isDiagnosing: boolean;
}

/** A lead of two scrapes or less is the luck of the scrape: both may have begun between the same two. */
const LEAD_SECONDS = 2 * SCRAPE_SECONDS;
/** More names of equals are counted, not listed. */
const MOST_NAMES = 3;

/** What an engineer would say is going on: what moved first, who noticed, and whether it is over. */
export function sentenceFrom(
  { measuringSeconds, cells, moves, isDiagnosing }: RedUseEvidence,
  { text: t, format, clock }: { text: RedUseText; format: Format; clock: (seconds: number) => string },
): string {
  if (measuringSeconds > 0) return t.measuring(format.duration(measuringSeconds));
  const [first] = moves;
  if (!first) return isDiagnosing ? t.calmDiagnose : t.calm(format.number(cells));
  if (isDiagnosing) return t.ask(clock(first.seconds));
  const equals = moves.filter(({ seconds }) => seconds - first.seconds <= LEAD_SECONDS);
  const names = equals
    .slice(0, MOST_NAMES)
    .map(({ name }) => `*${name}*`)
    .join(' · ');
  const more = equals.length - MOST_NAMES;
  const together = more > 0 ? t.andMore(names, format.number(more)) : names;
  if (moves.every(({ isBack }) => isBack)) return t.recovered(together, clock(first.seconds));
  const led =
    equals.length > 1
      ? t.leftTogether(together, clock(first.seconds))
      : t.leftFirst(first.name, first.value, clock(first.seconds));
  const out = moves.filter(({ isBack }) => !isBack);
  if (equals.every(({ isBack }) => isBack))
    return `${led} ${t.stillOut(out[0]?.name ?? '', format.number(out.length))}`;
  const noticed = moves.find(({ isSymptom }) => isSymptom);
  if (!noticed) return `${led} ${t.unnoticed}`;
  if (equals.includes(noticed)) return led;
  return `${led} ${t.noticed(noticed.name, format.duration(noticed.seconds - first.seconds))}`;
}

/** The sentence of the figure. */
export function sentenceOf(view: RedUseView, isDiagnosing: boolean): string {
  const { model, text, host, clock } = view;
  const moves = model.departures.map(({ cell, seconds }) => ({
    name: cellName(view, cell),
    value: written(view, cell, model.now(cell)),
    seconds,
    isSymptom: !cell.kind && cell.signal !== 'rate',
    isBack: model.isBack(cell),
  }));
  const measuringSeconds = model.isWatching ? 0 : Math.max(1, BASELINE_SECONDS - (model.scrapes.at(-1) ?? 0));
  const evidence = { measuringSeconds, cells: model.cells.length, moves, isDiagnosing };
  return sentenceFrom(evidence, { text, format: host.format, clock });
}

/** A word for it that changes when a screen reader should be told. */
export function situationOf({ model }: RedUseView): string {
  if (!model.isWatching) return 'measuring';
  if (model.isRecovered) return 'recovered';
  return model.departures.find(({ cell }) => !cell.kind)?.cell.key ?? model.departures[0]?.cell.key ?? 'calm';
}
