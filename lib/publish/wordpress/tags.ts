/** Tags of a site: found by name, made when they are not there. */
import { ok, type Result } from '../../model/result';
import { plain } from './account';
import { type Ask, errorOf } from './site';

type Term = { id: number; name: string };

/** Numbers of these tags. A tag that the account may not make is left out. */
export async function tagNumbers(names: readonly string[], ask: Ask): Promise<Result<number[]>> {
  const numbers: number[] = [];
  for (const name of names) {
    const found = await ask<Term[]>('tags', { parameters: { search: name, per_page: '100', _fields: 'id,name' } });
    if (!found.ok) return found;
    const same = found.value.value.find((term) => folded(plain(term.name)) === folded(name));
    if (same) {
      numbers.push(same.id);
      continue;
    }
    const made = await ask<Term>('tags', { method: 'POST', body: { name }, expected: [400, 401, 403] });
    if (!made.ok) return made;
    const { value, answer } = made.value;
    // Two names that WordPress writes alike (`C++` and `C`) are one tag to it.
    const known = errorOf(answer).code === 'term_exists' ? Number(errorOf(answer).data.term_id) : Number.NaN;
    const number = answer.status < 300 ? value.id : known;
    if (Number.isInteger(number)) numbers.push(number);
  }
  return ok([...new Set(numbers)]);
}

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
