import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../lib/model/ids';
import { type Database, openDatabase } from '../../../lib/store/database';
import { keepReserve, withReserve } from '../../../lib/store/reserve';

let db: Database;
beforeEach(() => {
  db = openDatabase(`reserve-${newId()}`);
});
afterEach(() => db.delete());

const isThere = async () => (await indexedDB.databases()).some(({ name }) => name === `${db.name}-reserve`);
const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

test('the reserve is put once, given up when there is no room, and put again later', async () => {
  await keepReserve(db);
  await keepReserve(db);
  expect(await isThere()).toBe(true);
  let tries = 0;
  expect(await withReserve(db, () => (++tries === 1 ? full() : Promise.resolve('done')))).toBe('done');
  expect(await isThere()).toBe(false);
  await keepReserve(db);
  expect(await isThere()).toBe(true);
});

test('what fails for another reason is not tried again and costs nothing', async () => {
  await keepReserve(db);
  let tries = 0;
  const broken = () => {
    tries++;
    return Promise.reject(new Error('a bug'));
  };
  await expect(withReserve(db, broken)).rejects.toThrow('a bug');
  expect(tries).toBe(1);
  expect(await isThere()).toBe(true);
});

test('on a disk that stays full the failure comes through', async () => {
  await expect(withReserve(db, full)).rejects.toThrow('no room');
});
