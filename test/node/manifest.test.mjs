// The manifest is what editors, Storybook and the documentation know of an element.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as exported from 'obs-elements';
import { ELEMENTS } from '../../scripts/elements.mjs';

const kit = Object.fromEntries(Object.entries(exported));

process.chdir(new URL('../..', import.meta.url).pathname);

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
const declarationOf = (tag) => declarations.find(({ tagName }) => tagName === tag);

describe('custom-elements.json', () => {
  it('lists every element and nothing else', () => {
    const tags = declarations.flatMap(({ tagName }) => tagName ?? []);
    assert.deepEqual(tags.sort(), ELEMENTS.map((name) => `obs-${name}`).sort());
  });

  it('names files that are shipped', () => {
    for (const { path } of manifest.modules) assert.ok(existsSync(path), path);
  });
});

/** The properties that are settings, from the class itself. */
const settingsOf = ({ elementProperties }) =>
  [...elementProperties].filter(([, { converter }]) => converter?.parse).map(([name]) => name);

for (const name of ELEMENTS) {
  const tag = `obs-${name}`;
  const declaration = declarationOf(tag);
  const element = kit[declaration?.name];

  describe(`<${tag}> in custom-elements.json`, () => {
    it('is the class that the package exports', () => {
      assert.equal(element?.tag, tag);
      assert.ok(declaration.description && declaration.summary);
    });

    it('has every setting as an attribute, described, with its type', () => {
      const attributes = declaration.attributes.map((attribute) => attribute.fieldName);
      assert.deepEqual(new Set(attributes), new Set(settingsOf(element)));
      assert.equal(new Set(attributes).size, attributes.length);
      for (const { name: attribute, description, type } of declaration.attributes) {
        assert.match(attribute, /^[a-z]+(-[a-z]+)*$/);
        assert.match(description ?? '', /^[A-Z].+\.$/s, `${attribute} is not described`);
        assert.ok(type?.text, `${attribute} has no type`);
      }
    });

    it('has the defaults that the element really begins with', () => {
      for (const { name: attribute, fieldName, default: written } of declaration.attributes) {
          const value = written?.replace(/^'(.*)'$/, (_, text) => JSON.stringify(text));
        assert.deepEqual(JSON.parse(value), begins, attribute);
      }
    });

    it('has each attribute’s property among its members', () => {
      for (const { fieldName, name: attribute, default: value } of declaration.attributes) {
        const member = declaration.members.find((field) => field.name === fieldName);
        assert.equal(member?.attribute, attribute);
        assert.equal(member.default, value);
      }
    });

    it('describes each event, by its class', () => {
      const names = declaration.events.map((event) => event.name);
      assert.equal(new Set(names).size, names.length);
      for (const event of ['obs-change', 'obs-error']) assert.ok(names.includes(event), event);
      for (const { name: event, description, type } of declaration.events) {
        assert.ok(description, event);
        assert.equal(typeof kit[type.text], 'function', `${type.text} is not exported`);
      }
    });

    it('describes each method', () => {
      const methods = declaration.members.filter(({ kind }) => kind === 'method');
      for (const method of ['reset', 'shareUrl', 'embedCode', 'exportData']) {
        assert.ok(
          methods.some((member) => member.name === method && member.description),
          method,
        );
      }
    });

    it('has no private, static or internal member', () => {
      for (const { name: member, privacy, static: isStatic, description } of declaration.members) {
        assert.doesNotMatch(member, /^[#_]|Callback$/);
        assert.equal(privacy ?? 'public', 'public', member);
        assert.ok(!isStatic, member);
        assert.doesNotMatch(description ?? '', /@internal/, member);
      }
    });

    it('describes slots, parts and custom properties', () => {
      const described = [...declaration.slots, ...declaration.cssParts, ...declaration.cssProperties];
      for (const { name: what, description } of described) assert.ok(description, what);
      assert.deepEqual(declaration.slots.map((slot) => slot.name).sort(), ['', 'caption']);
    });

    it('names just the parts that the source has', () => {
      const built = readFileSync(`dist/standalone/${name}.js`, 'utf8');
      const parts = new Set([...built.matchAll(/\bpart="?([a-z-]+)/g)].map(([, part]) => part));
      assert.deepEqual(declaration.cssParts.map((part) => part.name).sort(), [...parts].sort());
    });

    it('names just the custom properties that the source reads', () => {
      const built = readFileSync(`dist/standalone/${name}.js`, 'utf8');
      const properties = new Set([...built.matchAll(/var\((--obs-[a-z0-9-]+)/g)].map(([, property]) => property));
      for (const { name: property } of declaration.cssProperties) assert.ok(properties.has(property), property);
    });

    it('is known to editors, too', () => {
      const vscode = JSON.parse(readFileSync('vscode.html-custom-data.json', 'utf8'));
      const known = vscode.tags.find((entry) => entry.name === tag);
      assert.deepEqual(
        known.attributes.map((attribute) => attribute.name).sort(),
        declaration.attributes.map((attribute) => attribute.name).sort(),
      );
      const webTypes = JSON.parse(readFileSync('web-types.json', 'utf8'));
      assert.ok(webTypes.contributions.html.elements.some((entry) => entry.name === tag));
    });
  });
}
