import { html, svg, type TemplateResult } from 'lit';
import { numberField } from '../../../ui/controls/fields.js';
import { richText } from '../../../ui/element/rich-text.js';
import type { BucketEstimate } from './buckets.model.js';
import type { GoldenSignalsView } from '../golden-signals.view.js';

const WIDTH = 600;
const HEIGHT = 120;
const FLOOR = HEIGHT - 22;

/** The histogram of the last requests, the bucket of the p99 marked, the exact p99 beside the estimate. */
export function bucketsPart(
  { host, text: t }: GoldenSignalsView,
  estimate: BucketEstimate | undefined,
  boundaryMs: number,
): TemplateResult {
  if (!estimate) return html`<p>${t.noRequests}</p>`;
  const { duration } = host.format;
  const { exact, low, high } = estimate;
  const top = Number.isFinite(high) ? duration(high) : '∞';
  return html`${drawing(estimate, t.bucketsLabel)}
    <p>${richText(t.bucketsNow(duration(exact), duration(estimate.estimate), duration(low), top))}</p>
    <div class="fields">${numberField(host, 'boundary', boundaryMs, 'ms', 5)}</div>`;
}

/** Milliseconds without their unit, and whole seconds with it: fifteen of them have to stand side by side. */
function boundary(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  return seconds < 1 ? String(Math.round(seconds * 1000)) : `${seconds} s`;
}

/** Buckets side by side, each as wide as the others: their boundaries are anything but even. */
function drawing({ buckets, exact, estimate, low }: BucketEstimate, label: string): TemplateResult {
  const width = WIDTH / buckets.length;
  const most = Math.max(...buckets.map(({ count }) => count), 1);
  const place = (seconds: number): number => {
    const index = buckets.findIndex(({ high }) => seconds <= high);
    const { low: from = 0, high: to = Infinity } = buckets[index] ?? {};
    return (index + (Number.isFinite(to) ? (seconds - from) / (to - from) : 0.5)) * width;
  };
  return html`<svg
    class="histogram"
    part="histogram"
    viewBox="0 -14 ${WIDTH} ${HEIGHT + 14}"
    role="img"
    aria-label=${label}
  >
    ${buckets.map(({ low: from, high: to, count }, index) => {
      // The root keeps a hundredth visible beside the rest.
      const height = Math.sqrt(count / most) * (FLOOR - 8);
      return svg`<rect class=${from === low ? 'band' : 'bucket'} x=${index * width + 1} y=${FLOOR - height}
          width=${width - 2} height=${height} />
        <text x=${(index + 1) * width} y=${HEIGHT - 6} text-anchor="middle">${boundary(to)}</text>`;
    })}
    <line class="exact" x1=${place(exact)} x2=${place(exact)} y1="-10" y2=${FLOOR} />
    <line class="estimate" x1=${place(estimate)} x2=${place(estimate)} y1="-10" y2=${FLOOR} />
  </svg>`;
}
