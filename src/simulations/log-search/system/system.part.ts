import { html, type TemplateResult } from 'lit';
import type { RecentTelemetry, ShopChange } from '../../../shop/index.js';
import { richText } from '../../../ui/element/rich-text.js';
import type { LogSearchView } from '../log-search.view.js';
import { timeOfDay } from './system-log.model.js';

/** Which lines of the page's shop these are, and the way to newer ones. */
export function newestPart(
  { text: t, session, host }: LogSearchView,
  startMs: number,
  take: (() => void) | undefined,
): TemplateResult {
  const { logs = [] } = session.corpus ?? {};
  const last = logs.at(-1);
  if (!last) return html``;
  return html`<p class="line choices">
    <span>${richText(t.newest(host.format.number(logs.length), timeOfDay(startMs, last.seconds)))}</span>
    ${take ? html`<button @click=${take}>${t.takeNewest}</button>` : ''}
  </p>`;
}

/** From a line to what was changed before it. */
export function changesPart(
  { text: t }: LogSearchView,
  startMs: number,
  { services, changes }: ReturnType<RecentTelemetry['changesBefore']>,
  choose: (change: ShopChange) => void,
): TemplateResult {
  const say = changes.length ? t.changedBefore : t.nothingChanged;
  return html`<p class="quiet">${say(services.join(', '))}</p>
    <div class="counts">
      ${changes.map((change) => {
        const chooseIt = (): void => choose(change);
        return html`<button @click=${chooseIt}>${timeOfDay(startMs, change.seconds)} ${change.summary}</button>`;
      })}
    </div>`;
}
