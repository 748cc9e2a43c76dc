import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { embedCode, kitUrl } from '../../src/embed/embed-code.js';

/** What a browser makes of the markup; nothing in it runs. */
function parsed(markup: string): HTMLElement {
  return new DOMParser().parseFromString(markup, 'text/html').documentElement;
}

const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));

const HOSTILE: readonly string[] = [
  '"><script>alert(1)</script>',
  "' onclick='alert(1)",
  '" onfocus="alert(1)" autofocus="',
  '&quot;&#34;&amp;',
  '</obs-slo-calculator></iframe></script>',
  '$& $1 `${1}`',
];

describe('embedCode', () => {
  it('writes a tag with its script', () => {
    const markup = embedCode('script', 'slo-calculator', 'Title', { objective: '99.95' });
    expect(markup).to.match(/^<script src="[^"]*cdn\/slo-calculator\.js" defer><\/script>\n/);
    expect(markup).to.contain('<obs-slo-calculator objective="99.95"></obs-slo-calculator>');
  });

  it('writes an iframe with a title, for hosts that take only those', () => {
    const frame = parsed(embedCode('iframe', 'slo-calculator', 'Title', { objective: '99.95' })).querySelector(
      'iframe',
    )!;
    expect(frame.title).to.equal('Title');
    expect(frame.getAttribute('src')).to.match(/embed\/slo-calculator\.html\?objective=99\.95$/);
  });

  it('keeps any text within its attribute', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' })), (text) => {
        const attributes = { heading: text, dependencies: text };
        // A page cannot hold a NUL, and a parser makes one line end of all.
        fc.pre(!/[\0\r]/.test(text));
        const script = parsed(embedCode('script', 'slo-calculator', text, attributes));
        expect(script.querySelectorAll('head > *, body > *').length).to.equal(2);
        expect(attributesOf(script.querySelector('obs-slo-calculator')!)).to.deep.equal(attributes);
        const page = parsed(embedCode('iframe', 'slo-calculator', text, attributes));
        expect(page.querySelectorAll('head > *, body > *').length).to.equal(1);
        const frame = page.querySelector('iframe')!;
        expect(frame.title).to.equal(text);
        const query = new URL(frame.getAttribute('src')!, 'https://example.org').searchParams;
        expect(Object.fromEntries(query)).to.deep.equal(attributes);
      }),
    );
  });
});

describe('kitUrl', () => {
  afterEach(() => {
    for (const script of document.querySelectorAll('script[data-test]')) script.remove();
  });

  function loadedFrom(src: string): void {
    const script = document.createElement('script');
    script.dataset['test'] = '';
    // Of a type that no browser runs: the address is all that matters.
    script.type = 'text/plain';
    script.src = src;
    document.head.append(script);
  }

  const files = ['autoloader', 'cdn/slo-calculator', 'cdn/obs-elements', 'standalone/slo-calculator'];
  for (const file of files) {
    it(`finds the kit beside ${file}.js`, () => {
      loadedFrom(`https://cdn.example/obs@1/dist/${file}.js`);
      expect(kitUrl('slo-calculator', 'model/slo-calculator.html')).to.equal(
        'https://cdn.example/obs@1/dist/model/slo-calculator.html',
      );
    });
  }

  it('is empty where no such script is found', () => {
    expect(kitUrl('slo-calculator', 'embed/slo-calculator.html')).to.equal('');
  });
});
