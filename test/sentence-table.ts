import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { format, resolveConfig } from 'prettier';

/** One row of the table "What the sentences rest on" of a model page. */
export interface SentenceRow {
  /** The situation, as the test calls it. */
  readonly situation: string;
  /** What the element says in it; `*…*` marks are left out. */
  readonly sentence: string;
  /** What has to be true for it, and where the element reads that. */
  readonly evidence: string;
}

const HEADING = '## What the sentences rest on';
const INTRODUCTION = 'Written by the test that checks each sentence in its situation, in English.';
const HEAD: readonly string[] = ['Situation', 'Sentence', 'Evidence'];

/**
 * Expects that the model page of an element, such as `slo-calculator`, has exactly these rows in its table "What the
 * sentences rest on". With `UPDATE_SENTENCES=1` in the environment the table is written instead. Only in Node.
 */
export async function expectSentencesOf(element: string, rows: readonly SentenceRow[]): Promise<void> {
  const file = `src/simulations/${element}/${element}.model.md`;
  const page = readFileSync(file, 'utf8');
  const cells = rows.map(({ situation, sentence, evidence }) => [situation, sentence, evidence].map(cellOf));
  if (process.env['UPDATE_SENTENCES']) {
    const options = { ...(await resolveConfig(file)), filepath: file };
    writeFileSync(file, await format(withTable(page, cells), options));
    return;
  }
  expect(tableOf(page), `${file}: run the test with UPDATE_SENTENCES=1`).to.deep.equal(cells);
}

/** A text as one cell: no marks, no line break, and no bar that would end it. */
function cellOf(text: string): string {
  return text.replaceAll('*', '').replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
}

/** The section from its heading to the next one of the same level, and where it stands. */
function sectionOf(page: string): { readonly from: number; readonly to: number } {
  const from = page.indexOf(`${HEADING}\n`);
  if (from < 0) return { from: page.length, to: page.length };
  const next = page.indexOf('\n## ', from + HEADING.length);
  return { from, to: next < 0 ? page.length : next + 1 };
}

function tableOf(page: string): string[][] {
  const { from, to } = sectionOf(page);
  return page
    .slice(from, to)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.replace(/\s+/g, ' ').trim()),
    );
}

function withTable(page: string, cells: readonly (readonly string[])[]): string {
  const { from, to } = sectionOf(page);
  const lines = [HEAD, HEAD.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`);
  return `${page.slice(0, from)}\n${HEADING}\n\n${INTRODUCTION}\n\n${lines.join('\n')}\n\n${page.slice(to)}`;
}
