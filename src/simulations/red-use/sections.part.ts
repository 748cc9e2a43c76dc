import { html, type TemplateResult } from 'lit';
import { section } from '../../ui/controls/section.js';
import { richText } from '../../ui/element/rich-text.js';
import { casesPart } from './diagnosis/cases.part.js';
import type { PresetName } from './faults.model.js';
import { SCRAPES_OUTSIDE, SPREADS } from './matrix/baseline.model.js';
import { cellTable } from './red-use.data.js';
import { SCRAPE_SECONDS } from './red-use.model.js';
import type { RedUseView } from './red-use.view.js';

/** The settings of the element that the parts show. */
interface SectionSettings {
  readonly open: string;
  readonly diagnose: boolean;
  readonly preset: '' | PresetName;
}

/** The parts that open: cases to choose from, the rule for what left its baseline, and the data. */
export function sectionsPart(
  view: RedUseView,
  { open, diagnose, preset }: SectionSettings,
  choosePreset: (name: PresetName) => void,
): TemplateResult {
  const { text: t, host } = view;
  const parts = { open, toggled: (names: string) => void host.change('open', names) };
  return html`${
    diagnose ? '' : section(parts, 'cases', t.cases, t.casesSummary, () => casesPart(view, preset, choosePreset))
  }
  ${section(parts, 'rule', t.rule, t.ruleSummary, () => rulePart(view))}
  ${section(parts, 'data', t.data, t.dataSummary, () => cellTable(view))}`;
}

function rulePart({ text: t, host: { format } }: RedUseView): TemplateResult {
  const rule = t.ruleText(format.number(SPREADS), format.number(SCRAPES_OUTSIDE), format.duration(SCRAPE_SECONDS));
  return html`<p>${richText(rule)}</p>
    <p>${richText(t.ruleFalse(format.number(100), format.duration(40)))}</p>`;
}
