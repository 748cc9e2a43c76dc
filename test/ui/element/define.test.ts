import { expect } from '@open-wc/testing';
import { define } from '../../../src/ui/element/define.js';
import { VERSION } from '../../../src/version.js';
import { ObsSloCalculator } from '../../../src/index.js';

/** What is written to the console as a warning while `act` runs. */
function warnings(act: () => void): string[] {
  const { warn } = console;
  const heard: string[] = [];
  console.warn = (...said: unknown[]) => heard.push(said.join(' '));
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return heard;
}

let tags = 0;
const freshTag = (): string => `test-define-${++tags}`;
const ofVersion = (version: string): CustomElementConstructor & { version: string } =>
  class extends HTMLElement {
    static readonly version: string = version;
  };

describe('define', () => {
  it('registers an element', () => {
    const [tag, element] = [freshTag(), ofVersion('1')];
    expect(warnings(() => define(tag, element))).to.deep.equal([]);
    expect(customElements.get(tag)).to.equal(element);
  });

  it('is silent when the same version is loaded again', () => {
    const [tag, first] = [freshTag(), ofVersion('1')];
    define(tag, first);
    expect(warnings(() => define(tag, ofVersion('1')))).to.deep.equal([]);
    expect(customElements.get(tag)).to.equal(first);
  });

  it('warns once of another version, and keeps the first', () => {
    const [tag, first] = [freshTag(), ofVersion('1')];
    define(tag, first);
    const [warning, ...more] = warnings(() => define(tag, ofVersion('2')));
    expect(warning).to.contain(`<${tag}>`).and.contain('2');
    expect(more).to.deep.equal([]);
    expect(customElements.get(tag)).to.equal(first);
  });

  it('warns of a stranger under the same tag', () => {
    const tag = freshTag();
    customElements.define(tag, class extends HTMLElement {});
    expect(warnings(() => define(tag, ofVersion('1')))).to.have.length(1);
  });

  it('does nothing where there are no elements, as in Node', () => {
    expect(() => define(freshTag(), ofVersion('1'), undefined)).not.to.throw();
  });
});

describe('ObsSloCalculator.define', () => {
  it('registers the tag, and a second time is silent', () => {
    expect(warnings(() => [ObsSloCalculator.define(), ObsSloCalculator.define()])).to.deep.equal([]);
    expect(customElements.get('obs-slo-calculator')).to.equal(ObsSloCalculator);
  });

  it('knows its tag and its version', () => {
    expect(ObsSloCalculator.tag).to.equal('obs-slo-calculator');
    expect(ObsSloCalculator.version).to.equal(VERSION);
  });
});
