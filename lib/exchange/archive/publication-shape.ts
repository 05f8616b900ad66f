/** The shape of connections and of the ledger in archives. Secrets are in neither, and nothing here could take one in. */
import type { ClipId } from '../../model/ids';
import type { Publication, PublicationCheck, PublicationEvent } from '../../model/publication';
import type { Account, Connection, FieldValues, RemotePost, TargetChoice, Upload } from '../../model/target';
import { type Check, flag, id, list, oneOf, optional, orNull, record, type Shape, text, time, wrong } from './shape';

const line = text(100_000);

/** A plain object with any names and values of one kind. */
const dictionary =
  <T>(check: Check<T>, most: number): Check<Record<string, T>> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong;
    const entries = Object.entries(value);
    if (entries.length > most) return wrong;
    const made: [string, T][] = [];
    for (const [name, one] of entries) {
      const read = check(one);
      if (typeof read === 'symbol' || name.length > 200 || name === '__proto__') return wrong;
      made.push([name, read]);
    }
    return Object.fromEntries(made);
  };

const fields: Check<FieldValues> = dictionary(line, 200);

const remote = record<RemotePost>({
  remoteId: line,
  url: line,
  editUrl: line,
  status: text(100),
  fingerprint: text(200),
  pending: optional(text(200)),
});

const choice = record<TargetChoice>({ value: line, label: optional(text(200)), text: optional(line) });
const account = record<Account>({
  name: line,
  role: line,
  may: record({ publish: flag, uploadImages: flag, makeTags: flag }),
  offers: dictionary(list(choice, 10_000), 100),
  checkedAt: time,
});

export const connection: Shape<Connection> = {
  id,
  target: text(100),
  name: line,
  fields,
  account,
  forgetful: flag,
  createdAt: time,
  updatedAt: time,
};

const event = record<PublicationEvent>({
  at: time,
  kind: oneOf('published', 'updated', 'overwritten', 'corrected', 'retracted', 'rights-overridden'),
  hash: text(200),
  note: line,
});

const check = record<PublicationCheck>({
  at: time,
  state: oneOf('same', 'changed', 'gone', 'unknown'),
  lostSources: list(line, 1000),
});

export const publication: Shape<Publication> = {
  id: ((value) => {
    const read = text(64)(value);
    return typeof read === 'string' && /^[0-9a-z]+$/u.test(read) ? read : wrong;
  }) as Check<Publication['id']>,
  postId: id,
  connectionId: id,
  target: text(100),
  place: line,
  clips: list<ClipId>(id, 10_000),
  state: oneOf('unfinished', 'published', 'retracted'),
  remote: orNull(remote),
  hash: text(200),
  options: fields,
  uploads: dictionary(record<Upload>({ remoteId: line, url: line }), 10_000),
  events: list(event, 1000),
  // Why an attempt failed is of no use on another day.
  failure: (() => null) as Check<null>,
  check: orNull(check),
  createdAt: time,
  updatedAt: time,
};
