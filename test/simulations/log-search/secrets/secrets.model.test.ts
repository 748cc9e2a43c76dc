import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  findSecrets,
  isCard,
  passesLuhn,
  secretIn,
} from '../../../../src/simulations/log-search/secrets/secrets.model.js';
import { secretsInStore } from '../../../../src/simulations/log-search/secrets/secrets-in-store.model.js';
import { fileCorpus } from '../../../../src/simulations/log-search/corpus.model.js';
import { finished, noClock, smallCorpus } from '../corpora.js';

const found = (text: string): string[] =>
  findSecrets(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

/** Put together here, so that no checker of this repository takes them for real ones. */
const join = (...parts: string[]): string => parts.join('');

describe('findSecrets', () => {
  const right: Readonly<Record<string, string>> = {
    // Test numbers that card networks publish.
    'paid with 4111111111111111': 'card 4111111111111111',
    'card=4111-1111-1111-1111 ok': 'card 4111-1111-1111-1111',
    'card 5555 5555 5555 4444': 'card 5555 5555 5555 4444',
    'amex 378282246310005.': 'card 378282246310005',
    'mc 2223003122003222': 'card 2223003122003222',
    'discover 6011111111111117': 'card 6011111111111117',
    'diners 30569309025904': 'card 30569309025904',
    'jcb 3530111333300000': 'card 3530111333300000',
    'visa of 13: 4222222222222': 'card 4222222222222',
    'sent to jo@example.com': 'email jo@example.com',
    'from <first.last+tag@mail.example.co.uk>': 'email first.last+tag@mail.example.co.uk',
    'ssn 078-05-1120': 'ssn 078-05-1120',
    'password=hunter2': 'password hunter2',
    '{"user":"jo","password":"correct horse"}': 'password correct horse',
    "db_pwd='s3cr3t'": 'password s3cr3t',
    'X-Api-Key: 0a1b2c3d4e5f': 'password 0a1b2c3d4e5f',
    'client_secret=abcdef': 'password abcdef',
    'postgres://shop:hunter2@db:5432/shop': 'password hunter2',
    [join('Authorization: Bearer ', 'abcdefghijklmnop1234')]: join('token Bearer ', 'abcdefghijklmnop1234'),
    [join('token eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxIn0', '.abc-def')]: join(
      'token eyJhbGciOiJIUzI1NiJ9',
      '.eyJzdWIiOiIxIn0',
      '.abc-def',
    ),
    [join('key AKIA', 'IOSFODNN7EXAMPLE')]: join('token AKIA', 'IOSFODNN7EXAMPLE'),
    [join('gh', 'p_', 'a'.repeat(36))]: join('token gh', 'p_', 'a'.repeat(36)),
    [join('sk_', 'live_', '4eC39HqLyjWDarjtT1zdp7dc')]: join('token sk_', 'live_', '4eC39HqLyjWDarjtT1zdp7dc'),
    [join('xox', 'b-123456789012-abcdef')]: join('token xox', 'b-123456789012-abcdef'),
    [join('-----BEGIN RSA PRIVATE', ' KEY-----')]: join('token -----BEGIN RSA PRIVATE', ' KEY-----'),
  };
  for (const [text, secret] of Object.entries(right)) {
    it(`marks ${secret.slice(0, 40)}`, () => {
      expect(found(text)).to.deep.equal([secret]);
    });
  }

  const nearMisses = [
    // The check digit, the issuer, the length.
    'order 4111111111111112',
    'id 1234567812345670',
    'number 41111111111111111',
    'zeros 0000000000000000',
    'timestamp 1705282043123456789',
    'trace_id=4bf92f3577b34da6a3ce929d0e0e4736',
    'uuid 41111111-1111-1111-1111-111111111111',
    'amount 4111111111111111.50',
    'at user@localhost',
    '@mention and a@b',
    'npm:pkg@1.2.3',
    'ssn 000-12-3456, 666-12-3456, 912-12-3456, 123-00-4567, 123-45-0000',
    'phone 123-456-7890',
    'date 2024-01-15',
    'password=***',
    'password=[REDACTED]',
    'password: null',
    'wrong password for user 42',
    'password=invalid',
    'token_count=512',
    'tokens=1200',
    'passenger=jo',
    'compass=north',
    'bearer of news',
    'https://example.com:8080/path',
    'eyJ is how they begin',
    'AKIA is a prefix',
    'pin=42',
  ];
  for (const text of nearMisses) {
    it(`lets pass: ${text}`, () => {
      expect(found(text)).to.deep.equal([]);
    });
  }

  it('finds several in the order in which they stand, none within another', () => {
    const text = 'jo@example.com paid 4111111111111111 with password=jo@example.com';
    expect(found(text)).to.deep.equal(['email jo@example.com', 'card 4111111111111111', 'email jo@example.com']);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('password=', 'a@b.cc', ' ', '4111111111111111', '"', '://x:y@', 'token=')),
        (pieces) => {
          const secrets = findSecrets(pieces.join(''));
          for (const [index, { start, end }] of secrets.entries()) {
            expect(end).to.be.above(start);
            expect(start).to.be.at.least(secrets[index - 1]?.end ?? 0);
          }
        },
      ),
    );
  });

  it('comes to an end on texts made to hold it up', () => {
    for (const piece of [
      'a',
      '1 ',
      '1',
      'eyJ',
      'a.',
      'a@',
      '://a:',
      'password=',
      '"',
      '-----BEGIN ',
      'x=x=',
      '\u{1f600}',
    ]) {
      expect(findSecrets(piece.repeat(200_000))).to.be.an('array');
    }
  });
});

describe('passesLuhn', () => {
  it('agrees with the published example and refuses every other check digit', () => {
    for (let digit = 0; digit <= 9; digit++) expect(passesLuhn(`1789372997${digit}`)).to.equal(digit === 4);
  });

  it('notices every single wrong digit', () => {
    const number = '4111111111111111';
    for (let at = 0; at < number.length; at++) {
      for (const digit of '0123456789') {
        const changed = number.slice(0, at) + digit + number.slice(at + 1);
        expect(isCard(changed), changed).to.equal(changed === number);
      }
    }
  });
});

describe('secretIn', () => {
  it('goes by the name of the field, too', () => {
    expect(secretIn('password', 'hunter2')).to.equal('password');
    expect(secretIn('user.api_key', 'abc')).to.equal('password');
    expect(secretIn('card', 4111111111111111)).to.equal('card');
    expect(secretIn('contact', { mail: 'jo@example.com' })).to.equal('email');
    for (const [field, value] of [
      ['password', '***'],
      ['password', true],
      ['password', null],
      ['password', ''],
      ['token_count', 512],
      ['user', 'jo'],
    ] as const) {
      expect(secretIn(field, value), field).to.equal(undefined);
    }
  });
});

describe('secretsInStore', () => {
  it('finds nothing in the shop’s log', () => {
    expect(finished(secretsInStore(smallCorpus()))).to.deep.equal([]);
  });

  it('counts the values of each field that look like a secret', () => {
    const text = [
      '{"level":"INFO","email":"a@example.com","card":4111111111111111}',
      '{"level":"INFO","email":"b@example.com","note":"ok"}',
      '{"level":"INFO","email":"b@example.com","password":"x1"}',
    ].join('\n');
    expect(finished(secretsInStore(finished(fileCorpus(text, noClock))))).to.deep.equal([
      { field: 'email', kind: 'email', count: 2 },
      { field: 'card', kind: 'card', count: 1 },
      { field: 'password', kind: 'password', count: 1 },
    ]);
  });
});
