import type { BlindVsObservableText } from '../../i18n/en/blind-vs-observable.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import { plainText } from '../../ui/element/rich-text.js';
import type { Block, Finding, Investigation, Step } from './probes/investigation.model.js';
import type { Side } from './probes/probes.model.js';
import { SIGN_BY_ID } from './incident/symptoms.model.js';

/** What the parts of the figure are drawn from. */
export interface BlindVsObservableView {
  readonly host: FigureHost;
  readonly text: BlindVsObservableText;
  /** The sides that are shown. */
  readonly sides: readonly Investigation[];
  /** The side on which the clock runs now. */
  readonly busy: Side | undefined;
  /** Whether what really happened may be told. */
  readonly isTold: boolean;
  /** Whether looks are taken here: what is believed then moves to where they lead. What a link opens stands there at once. */
  readonly isMoving: boolean;
  /** A second of the run as the time of day. */
  readonly clock: (seconds: number) => string;
  readonly take: (side: Side, step: Step) => void;
}

/** What one sign says, as the reader is told. */
export function findingText({ host, text, clock }: BlindVsObservableView, finding: Finding): string {
  const { sign, outcome, value } = finding;
  const said = written(host, clock, sign, value);
  const reason = text.reasonFindings[sign];
  if (reason) return outcome === 'none' ? text.nothing : reason(text.reasons[outcome] ?? outcome, said);
  return text.findings[sign]?.[outcome]?.(said) ?? said;
}

function written(
  { format }: FigureHost,
  clock: (seconds: number) => string,
  sign: string,
  value: number | string,
): string {
  if (typeof value === 'string') return value;
  switch (SIGN_BY_ID.get(sign)?.unit) {
    case 'seconds':
      return format.duration(value);
    case 'times':
      return format.times(Math.round(value * 10) / 10);
    case 'count':
      return format.number(value);
    case 'time':
      return clock(value);
    default:
      return format.percent(value, value > 0 && value < 0.1 ? 1 : 0);
  }
}

export function stepName({ looks, remedies }: BlindVsObservableText, step: Step): string {
  return 'look' in step ? (looks[step.look] ?? step.look) : (remedies[step.remedy] ?? step.remedy);
}

/** Minutes since the first errors, rounded to half a minute. */
export function minutesSince(investigation: Investigation, seconds: number): number {
  const from = investigation.erroredAt ?? investigation.incident.faultAt;
  return Math.round(((seconds - from) / 60) * 2) / 2;
}

/** The share of requests that may fail in thirty days. */
export const ALLOWED_SHARE = 0.001;

/** The share of the month's error budget that so many failed requests are. */
export function budgetShare({ run }: Investigation, hurt: number): number {
  return hurt / (run.shop.settings.rate * 30 * 86_400 * ALLOWED_SHARE);
}

/** A look and what it showed, for a screen reader. */
export function spoken(view: BlindVsObservableView, { step, findings, helped }: Block): string {
  const { text } = view;
  const name = stepName(text, step);
  if ('remedy' in step) return plainText(helped ? text.helped(name) : text.didNotHelp(name));
  return plainText([name, ...findings.map((finding) => findingText(view, finding))].join('. '));
}

/** A second of a run that begins at a time of day, as `01:47`. */
export function clockAt(startSeconds: number, seconds: number): string {
  const minutes = Math.floor((startSeconds + seconds) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
