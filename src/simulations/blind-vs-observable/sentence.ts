import type { BlindVsObservableView } from './blind-vs-observable.view.js';
import { minutesSince } from './blind-vs-observable.view.js';
import { chanceOf, leaderOf } from './diagnosis/diagnosis.model.js';
import type { Investigation } from './probes/investigation.model.js';
import { RANGE_SECONDS } from './incident/evidence-store.model.js';

/** Who knows what, in a sentence. */
export function sentenceOf(view: BlindVsObservableView): string {
  const { sides, text: t } = view;
  const [first, second] = sides;
  if (first === undefined || sides.every(({ alarmedAt }) => alarmedAt === undefined)) return t.begin;
  if (sides.some(({ isGivenUp }) => isGivenUp)) return t.givenUp;
  if (sides.every(({ blocks }) => blocks.length === 0)) {
    const told = sides.find(({ alarmedAt }) => alarmedAt !== undefined) ?? first;
    // Since the first errors: a lull of a minute is no news.
    const seconds = told.run.now - (told.erroredAt ?? told.run.now) + RANGE_SECONDS;
    return t.failing(view.host.format.percent(told.scene.failing(0, seconds)));
  }
  return second === undefined ? ofOne(view, first) : ofBoth(view, first, second);
}

function ofOne(view: BlindVsObservableView, side: Investigation): string {
  const { text: t, host } = view;
  if (side.overAt !== undefined) {
    return t.oneIsOver(cause(view, side), minutes(view, side), host.format.number(side.outcome.hurt));
  }
  return t.nowOne(minutes(view, side), suspect(view, side), chance(view, side));
}

function ofBoth(view: BlindVsObservableView, blind: Investigation, observable: Investigation): string {
  const { text: t, host } = view;
  const times = [minutes(view, observable), minutes(view, blind)] as const;
  if (blind.overAt !== undefined && observable.overAt !== undefined) {
    const more = blind.outcome.hurt - observable.outcome.hurt;
    if (more <= 0) return t.bothTookAsLong(cause(view, blind), ...times);
    return t.bothAreOver(cause(view, blind), ...times, host.format.number(more));
  }
  if (observable.overAt !== undefined) {
    return t.observableIsOver(cause(view, observable), times[0], suspect(view, blind), chance(view, blind));
  }
  if (blind.overAt !== undefined) return t.blindIsOver(cause(view, blind), times[1]);
  return t.nowBoth(
    times[0],
    suspect(view, observable),
    chance(view, observable),
    times[1],
    suspect(view, blind),
    chance(view, blind),
  );
}

function minutes({ text: t, host }: BlindVsObservableView, side: Investigation): string {
  return t.minute(host.format.number(Math.max(0, minutesSince(side, side.overAt ?? side.run.now)), 1));
}

function suspect({ text: t }: BlindVsObservableView, { board }: Investigation): string {
  return t.causes[leaderOf(board)] ?? '';
}

function cause({ text: t }: BlindVsObservableView, { incident }: Investigation): string {
  return t.causes[incident.cause] ?? '';
}

function chance({ host }: BlindVsObservableView, { board }: Investigation): string {
  return host.format.percent(chanceOf(board, leaderOf(board)));
}
