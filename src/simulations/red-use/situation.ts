import { BASELINE_SECONDS } from './matrix/baseline.model.js';
import { cellName, written, type RedUseView } from './red-use.view.js';

/** What an engineer would say is going on: which cell left first, and who noticed. */
export function sentenceOf(view: RedUseView, isDiagnosing: boolean): string {
  const { model, text: t, host, clock } = view;
  const { duration, number } = host.format;
  if (!model.isWatching) return t.measuring(duration(BASELINE_SECONDS - (model.scrapes.at(-1) ?? 0)));
  const [first] = model.departures;
  if (!first) return isDiagnosing ? t.calmDiagnose : t.calm(number(model.cells.length));
  if (isDiagnosing) return t.ask(clock(first.seconds));
  const led = t.leftFirst(
    cellName(view, first.cell),
    written(view, first.cell, model.now(first.cell)),
    clock(first.seconds),
  );
  if (!first.cell.kind) return led;
  const noticed = model.departures.find(({ cell }) => !cell.kind && cell.signal !== 'rate');
  if (!noticed) return `${led} ${t.unnoticed}`;
  const name = cellName(view, noticed.cell);
  const later = noticed.seconds - first.seconds;
  return `${led} ${later > 0 ? t.noticed(name, duration(later)) : t.noticedAtOnce(name)}`;
}

/** A word for it that changes when a screen reader should be told. */
export function situationOf({ model }: RedUseView): string {
  if (!model.isWatching) return 'measuring';
  return model.departures.find(({ cell }) => !cell.kind)?.cell.key ?? model.departures[0]?.cell.key ?? 'calm';
}
