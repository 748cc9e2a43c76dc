import { html, svg, type TemplateResult } from 'lit';
import { isoTime } from '../../../telemetry/logs/iso-time.js';
import type { LogSearchView } from '../log-search.view.js';
import { LEVELS, SECTIONS, type Volume } from './volume.model.js';

/** Lines over time: what the query found, then each level, each at a scale of its own, which stands behind it. */
export function volumePart(view: LogSearchView, volume: Volume): TemplateResult {
  const { text: t, session, host } = view;
  const found = session.query?.volume;
  const rows = [
    ...(found ? [{ name: t.queryHits, kind: 'hits', counts: found }] : []),
    ...LEVELS.map((level) => ({
      name: level === 'other' ? t.noLevel : level,
      kind: level.toLowerCase(),
      counts: volume.levels[level],
    })),
  ].filter(({ counts, kind }) => kind === 'hits' || counts.some((count) => count > 0));
  const { number } = host.format;
  return html`<div class="volume" part="volume" role="group" aria-label=${t.volume}>
    ${rows.map(({ name, kind, counts }) => {
      const most = Math.max(...counts);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const when = clock(volume, counts.indexOf(most));
      return html`<span class="name ${kind}">${name}</span>
        <svg
          class="bars ${kind}"
          viewBox="0 0 ${SECTIONS} 1"
          preserveAspectRatio="none"
          width="100%"
          height="22"
          role="img"
          aria-label=${t.volumeRow(name, number(total), number(most), when)}
        >
          ${counts.map((count, index) =>
            count ? svg`<rect x=${index + 0.1} width="0.8" y=${1 - count / most} height=${count / most} />` : '',
          )}
        </svg>
        <span class="quiet most">${t.atMost(number(most))}</span>`;
    })}
    <span></span>
    <div class="line quiet"><span>${clock(volume, 0)}</span><span>${clock(volume, SECTIONS)}</span></div>
    <span class="most"></span>
  </div>`;
}

/** The time at which a section begins, in UTC: to the second, or to the day where the log is long. */
function clock({ startMs, endMs }: Volume, section: number): string {
  const time = isoTime(Math.round(startMs + ((endMs - startMs) / SECTIONS) * section));
  return endMs - startMs < 86_400_000 ? time.slice(11, 19) : time.slice(0, 10);
}
