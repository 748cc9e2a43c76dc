import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

const named = (folder: string, ending: string): string[] =>
  readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []));

describe('stories', () => {
  it('have a test for each of their files', () => {
    const tested = named('test/stories', '.test.ts');
    expect(named('stories', '.stories.ts').filter((file) => !tested.includes(file))).to.deep.equal([]);
  });
});
