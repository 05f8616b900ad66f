/** The target that writes posts into a repository: form, test, publishing, and taking back. */
import { fail, ok } from '../../model/result';
import type { Target, TargetField } from '../../model/target';
import { publishToForge } from './publish-to-forge';
import { type Forge, findDocument, openForge, repositoryOf } from './repository';
import { siteFormats } from './site-formats';

const fields: readonly TargetField[] = [
  {
    name: 'address',
    label: 'publish_field_repository',
    kind: 'address',
    required: true,
    placeholder: 'https://github.com/company/website',
  },
  { name: 'token', label: 'publish_field_token', hint: 'publish_field_token_hint', kind: 'secret', required: true },
  {
    name: 'generator',
    label: 'publish_field_generator',
    kind: 'choice',
    required: true,
    initial: 'hugo',
    choices: siteFormats.map(({ id }) => ({ value: id, label: `publish_${id}` })),
  },
  { name: 'branch', label: 'publish_field_branch', hint: 'publish_field_branch_hint', kind: 'text' },
  { name: 'folder', label: 'publish_field_folder', hint: 'publish_field_folder_hint', kind: 'text' },
];

/** The target that writes posts into a repository. */
export function forgeTarget(id: string, words: { label: string; hint: string }, forge: Forge): Target {
  return {
    id,
    ...words,
    icon: 'files',
    fields,
    copiesImages: true,
    publicStatus: 'published',
    // A request to merge is public only when somebody merges it; the repository itself may be seen by anybody.
    publicAt: ({ way }, now) => (way === 'request' ? null : now),
    retractions: ['trash'],
    addresses(given) {
      const repository = repositoryOf(given.address ?? '');
      return repository ? [repository.web, forge.api(repository)] : [];
    },
    async test(given, secrets, effects) {
      const opened = openForge(forge, { fields: given, secrets }, effects);
      if (!opened.ok) return opened;
      const { ask, repository } = opened.value;
      const found = await forge.repository(ask, repository);
      if (!found.ok) return found;
      const { name, mayWrite } = found.value;
      if (!mayWrite) return fail({ kind: 'target', trouble: 'forbidden', place: repository.host });
      const branch = given.branch?.trim() || found.value.branch;
      const may = { publish: true, uploadImages: true, makeTags: true };
      const account = { name: '', role: '', may, offers: {}, checkedAt: effects.now() };
      const folder = (given.folder ?? '').trim().replace(/^\/+|\/+$/g, '');
      const generator = given.generator || 'hugo';
      return ok({ fields: { address: repository.web, branch, folder, generator }, account, name });
    },
    postFields: () => [
      {
        name: 'way',
        label: 'publish_field_way',
        kind: 'choice',
        initial: 'commit',
        choices: [
          { value: 'commit', label: 'publish_way_commit' },
          { value: 'request', label: 'publish_way_request' },
        ],
      },
    ],
    async publish(job, to, reports, effects) {
      const opened = openForge(forge, to, effects);
      return opened.ok ? publishToForge(job, opened.value, reports) : opened;
    },
    async retract(remote, _how, at, effects) {
      const opened = openForge(forge, at, effects);
      if (!opened.ok) return opened;
      const { ask, repository } = opened.value;
      const found = await findDocument(remote, opened.value);
      if (!found.ok) return found;
      if (!found.value) return ok({ ...remote, status: 'trash' });
      const { branch, path, file } = found.value;
      const removed = [{ path, sha: file.sha }];
      const commit = { branch, base: branch, message: `Remove ${path}`, changes: [], removed };
      const done = await forge.commit(ask, repository, commit, new Set(), async () => undefined);
      return done.ok ? ok({ ...remote, status: 'trash' }) : done;
    },
    async check(remote, at, effects) {
      const opened = openForge(forge, at, effects);
      if (!opened.ok) return opened;
      const found = await findDocument(remote, opened.value);
      if (!found.ok) return found;
      if (!found.value) return ok({ state: 'gone' });
      const { sha } = found.value.file;
      return ok({ state: sha === remote.fingerprint ? 'same' : 'changed', remote: { ...remote, fingerprint: sha } });
    },
  };
}
