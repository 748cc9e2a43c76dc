import { html, type TemplateResult } from 'lit';
import { richText } from '../../../ui/element/rich-text.js';
import {
  ALLOWED_SHARE,
  budgetShare,
  findingText,
  minutesSince,
  stepName,
  type BlindVsObservableView,
} from '../blind-vs-observable.view.js';
import { ALL_REMEDIES } from '../diagnosis/diagnosis.model.js';
import type { Block, Investigation, Step } from './investigation.model.js';
import { LOOKS } from './probes.model.js';

/** One engineer: the clock, the damage, what can be done next, and what was found so far, the newest first. */
export function sidePart(
  view: BlindVsObservableView,
  side: Investigation,
  choices: TemplateResult | string,
): TemplateResult {
  const { text: t, host } = view;
  const { format } = host;
  const until = side.overAt ?? side.run.now;
  const minutes = side.erroredAt === undefined ? 0 : Math.max(0, minutesSince(side, until));
  const hurt = side.scene.hurtBy(until);
  const budget = budgetShare(side, hurt);
  return html`<section class="side ${side.side}" part="side" aria-label=${t.side[side.side]}>
    <h3>${t.side[side.side]} <small>${t.has[side.side]}</small></h3>
    <dl class="counts">
      <div>
        <dt>${t.since}</dt>
        <dd>${t.minute(format.number(minutes, 1))}</dd>
      </div>
      <div>
        <dt>${t.usersHurt}</dt>
        <dd class="hurt">${format.number(hurt)}</dd>
      </div>
      <div title=${t.budgetHint(format.percent(ALLOWED_SHARE, 1))}>
        <dt>${t.ofBudget}</dt>
        <dd>${format.percent(budget, budget < 0.1 ? 1 : 0)}</dd>
      </div>
    </dl>
    ${side.alarmedAt === undefined ? html`<p class="quiet">${t.notTold}</p>` : choices}
    ${view.busy === side.side ? html`<p class="quiet">${t.working(view.clock(side.run.now))}</p>` : ''}
    <ol class="evidence" part="evidence" reversed>
      ${side.overAt === undefined ? '' : html`<li class="solved">${t.over(view.clock(side.overAt))}</li>`}
      ${side.blocks.map((block, i) => blockItem(view, block, i + 1)).reverse()}
      ${side.alarmedAt === undefined ? '' : html`<li class="alarmed">${(side.side === 'blind' ? t.mailed : t.paged)(view.clock(side.alarmedAt))}</li>`}
    </ol>
  </section>`;
}

function blockItem(view: BlindVsObservableView, block: Block, n: number): TemplateResult {
  const { text: t, clock, host } = view;
  const { step, findings, from, to, helped } = block;
  const name = stepName(t, step);
  const said =
    'look' in step
      ? findings.map((finding) => findingText(view, finding))
      : [helped ? t.helped(name) : t.didNotHelp(name)];
  const minutes = t.cost(host.format.number((to - from) / 60, 1));
  return html`<li class=${helped === undefined ? '' : helped ? 'right' : 'wrong'}>
    <span class="what"><b>${n}</b> ${'look' in step ? name : ''} <small>${clock(from)}, ${minutes}</small></span>
    ${said.map((one) => html`<span class="said">${richText(one)}</span>`)}
  </li>`;
}

/** What this engineer can do next. */
export function choicesPart(view: BlindVsObservableView, side: Investigation): TemplateResult {
  const { text: t, host, busy } = view;
  const made = new Set(side.blocks.flatMap(({ step }) => ('look' in step ? [step.look] : [])));
  const tried = new Set(side.blocks.flatMap(({ step }) => ('remedy' in step ? [step.remedy] : [])));
  const looks = LOOKS.filter((look) => look.side === side.side && !made.has(look.id));
  const remedies = ALL_REMEDIES.filter((remedy) => !tried.has(remedy));
  // Not `disabled`: that would take the focus from whoever has just pressed one.
  const isOff = !side.isOpen || busy !== undefined;
  const take = (step: Step): void => {
    if (!isOff) view.take(side.side, step);
  };
  const act = ({ currentTarget }: Event): void => {
    const select = currentTarget instanceof HTMLElement && currentTarget.parentElement?.querySelector('select');
    const remedy = remedies.find((one) => select && one === select.value);
    if (remedy) take({ remedy });
  };
  return html`<div class="choices" part="choices" role="group" aria-label=${t.lookAround(t.side[side.side])}>
    <div class="buttons">
      ${looks.map(({ id, minutes }) => {
        const look = (): void => take({ look: id });
        return html`<button class="look" name=${id} aria-disabled=${isOff} @click=${look}>
          ${t.looks[id]} <small>${t.cost(host.format.number(minutes, 1))}</small>
        </button>`;
      })}
      ${looks.length === 0 && side.isOpen ? html`<span class="quiet">${t.noLooks}</span>` : ''}
    </div>
    <div class="act">
      <label
        >${t.actOn}
        <select class="box" name="remedy-${side.side}">
          ${remedies.map((remedy) => html`<option value=${remedy}>${t.remedies[remedy]}</option>`)}
        </select></label
      >
      <button class="do" aria-disabled=${isOff} @click=${act}>${t.doIt}</button>
    </div>
  </div>`;
}
