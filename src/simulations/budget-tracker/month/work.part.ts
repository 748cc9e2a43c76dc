import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import { note, richText } from '../../../ui/element/rich-text.js';
import { costIn, nameOf, wasOverride, whenOf, type TrackerView } from '../budget-tracker.view.js';
import { allows } from '../policy/policy.model.js';
import { costOf, DEPLOYS, hoursFor, type Work } from './work.model.js';

const SHIPPING: readonly Work[] = ['small', 'large', 'fix'];
const OTHER: readonly Work[] = ['migration', 'maintenance', 'reliability'];

/** So many of the last events are listed. */
const MOST_RECENT = 4;

/** Where the reader's work goes. */
export interface WorkHost {
  readonly act: (work: Work) => void;
  /** The reader thinks of it: the pointer or the focus is on its button. */
  readonly consider: (work: Work | undefined) => void;
  readonly setOverride: (override: boolean) => void;
}

/** What can be done today; what the policy forbids stays in place, is off, and says why. */
export function workPart(view: TrackerView, host: WorkHost): TemplateResult {
  const { text: t, record, balance, override, canary, hoursLeft, month } = view;
  const { band } = balance;
  const stops = (work: Work): boolean => record.policy && !allows(band, { work, canary });
  const { number, duration } = view.host.format;
  /** Why it cannot be done now; empty where it can. */
  const whyOff = (work: Work): string => {
    if (work === 'fix' && !month.rolledBack.length) return t.whyOff.nothingToFix;
    if (stops(work) && !override) return t.whyOff.policy;
    const hours = hoursFor({ work, canary });
    return hours > hoursLeft ? t.whyOff.hours(number(hours)) : '';
  };
  /** What it brings, takes and costs on average. */
  const facts = (work: Work): string => {
    const points = DEPLOYS[work]?.features ?? 0;
    const { mean } = costOf({ work, canary: canary && isDeploy(work), minutes: 0 }, record);
    return [
      ...(points > 0 ? [t.features(number(points))] : []),
      t.takes(number(hoursFor({ work, canary }))),
      t.onAverage(duration(Math.round(mean * 60))),
    ].join(', ');
  };
  const button = (work: Work): TemplateResult => {
    const why = whyOff(work);
    const off = why !== '';
    const act = (): void => {
      if (!off) host.act(work);
    };
    const consider = (): void => host.consider(work);
    const leave = (): void => host.consider(undefined);
    return html`<button
      class="work ${view.considered === work ? 'considered' : ''}"
      name=${work}
      aria-disabled=${off}
      aria-describedby="why"
      @click=${act}
      @pointerenter=${consider}
      @focus=${consider}
      @pointerleave=${leave}
      @blur=${leave}
    >
      ${t.works[work]} <small>${why || facts(work)}</small>
    </button>`;
  };
  const switchCanary = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) void view.host.change('canary', target.checked);
  };
  const switchOverride = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) host.setOverride(target.checked);
  };
  const anyStopped = [...SHIPPING, ...OTHER].some(stops);
  return html`<div class="works" part="work">
    <div class="group" role="group" aria-label=${t.ship}>
      <span class="quiet">${t.ship}</span>
      ${SHIPPING.map(button)}
      <label class="check"
        ><input
          type="checkbox"
          name="canary"
          .checked=${live(canary)}
          @change=${switchCanary}
        />${view.host.label('canary')} <small>${t.canaryHint}</small></label
      >
    </div>
    <div class="group" role="group" aria-label=${t.other}>
      <span class="quiet">${t.other}</span> ${OTHER.map(button)}
    </div>
    <div id="why">
      ${
        anyStopped
          ? html`${note(t.stops[band], band)}
              <label class="check"
                ><input
                  type="checkbox"
                  name="override"
                  .checked=${live(override)}
                  @change=${switchOverride}
                />${t.override}</label
              >`
          : ''
      }
      <p class="quiet">${hoursLeft ? t.hoursLeft(String(hoursLeft)) : t.dayIsFull}</p>
    </div>
  </div>`;
}

/** What the month has come to so far. */
function tally({ text: t, month, host }: TrackerView): TemplateResult {
  const { number } = host.format;
  const overrides = month.entries.filter(wasOverride).length;
  const counts = [
    t.shipped(t.features(number(month.features))),
    ...(month.rolledBack.length ? [t.waiting(number(month.rolledBack.length))] : []),
    ...(overrides ? [t.overrides(number(overrides))] : []),
  ];
  return html`${richText(counts.join(' · '))}`;
}

/** What the month has come to, and the last few things that happened, the newest first. */
export function recentPart(view: TrackerView): TemplateResult {
  const { month, host, text: t } = view;
  const last = month.entries.filter(({ start }) => start >= 0).slice(-MOST_RECENT);
  const events = dataTable(
    t.events,
    last.reverse().map((entry) => ({
      head: nameOf(view, entry),
      small: whenOf(view, entry.start),
      cells: [entry.outcome === 'happened' ? host.format.duration(costIn(entry)) : '–'],
    })),
  );
  return html`<div class="recent">
    <p class="tally">${tally(view)}</p>
    ${last.length ? events : ''}
  </div>`;
}

/** Whether a canary can go before it. */
export function isDeploy(work: Work): boolean {
  return DEPLOYS[work] !== undefined;
}
