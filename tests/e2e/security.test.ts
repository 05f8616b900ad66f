import { expect, test } from 'vitest';
import { attack } from '../security/attack.mjs';
import { readFile } from '../security/read-payloads.mjs';

const isFirefox = process.env.CLIPSHEET_BROWSER === 'firefox';
/** The short form of `npm run test:security`: a few of each kind. */
const payloads = readFile('tests/fixtures/attacks.json').filter((_, at) => at % 9 === 0);

test.skipIf(isFirefox)(
  'payloads do no harm from the page to the exports (Chromium only: the harness speaks its protocol)',
  async () => {
    const { live, clips, findings } = await attack(payloads, { patience: 20_000 });
    expect(findings).toEqual([]);
    expect(clips).toBe(payloads.length);
    // Where nothing protects they do: the harness is not blind.
    expect(live).toBeGreaterThan(1);
  },
  300_000,
);
