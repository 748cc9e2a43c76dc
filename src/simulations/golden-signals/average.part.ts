import { html, svg, type TemplateResult } from 'lit';
import { chanceOfMeetingTail } from '../../slo/index.js';
import { flagField, numberField } from '../../ui/controls/fields.js';
import { richText } from '../../ui/element/rich-text.js';
import type { GoldenSignalsView } from './golden-signals.view.js';

const TAIL = 0.99;

/** What the part comes to while it is closed. */
export function averageSummary({ host, text: t }: GoldenSignalsView, requests: number): string {
  return t.averageSummary(host.format.percent(chanceOfMeetingTail(TAIL, requests), 1), host.format.number(requests));
}

/** The mean beside the percentiles, and how many people a hundredth of the requests is. */
export function averagePart(
  { host, text: t, latest }: GoldenSignalsView,
  { isMeanShown, requests }: { isMeanShown: boolean; requests: number },
): TemplateResult {
  const { format } = host;
  const isKnown = latest !== undefined && latest.p99 > 0;
  return html`<div class="fields">
      ${flagField(host, 'mean', isMeanShown)} ${numberField(host, 'sessionRequests', requests)}
    </div>
    ${sessions(requests)}
    <p>
      ${
        isKnown
          ? richText(
              t.averageNow(
                format.duration(latest.mean),
                format.duration(latest.p99),
                format.times(latest.p99 / latest.mean),
              ),
            )
          : t.noRequests
      }
    </p>`;
}

/** A hundred people; those who meet the slowest hundredth of the requests are filled. */
function sessions(requests: number): TemplateResult {
  const met = Math.round(100 * chanceOfMeetingTail(TAIL, requests));
  return html`<svg class="people" viewBox="0 0 500 24" aria-hidden="true">
    ${Array.from({ length: 100 }, (_, index) => person(index, index < met))}
  </svg>`;
}

function person(index: number, isHit: boolean): TemplateResult {
  const x = 5 + (index % 50) * 10;
  const y = 6 + Math.floor(index / 50) * 12;
  return svg`<circle class=${isHit ? 'hit' : 'spared'} cx=${x} cy=${y} r="3.5" />`;
}
