/** Somebody who publishes to the site under test: what is reported stays between attempts, as it does on disk. */
import type { ResolvedPost } from '../../lib/model/resolved-post';
import type { Connection, OpenConnection, PublishJob, RemotePost, TargetEffects, Upload } from '../../lib/model/target';
import { wordpress } from '../../lib/publish/targets/wordpress';
import { createRendering } from '../../lib/render/rendering';

export const effects: TargetEffects = {
  fetch: (...args) => fetch(...args),
  now: () => Date.now(),
  online: () => true,
  signal: new AbortController().signal,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export type User = { login: string; password: string; applicationPassword: string };

/** The connection of a user, as the settings would make it. */
export async function connect(url: string, user: User): Promise<OpenConnection> {
  const fields = { address: url, user: user.login };
  const secrets = { password: user.applicationPassword };
  const tested = await wordpress.test(fields, secrets, effects);
  if (!tested.ok) throw new Error(JSON.stringify(tested.failure));
  const connection: Omit<Connection, 'id'> = {
    target: 'wordpress',
    forgetful: false,
    createdAt: 0,
    updatedAt: 0,
    ...tested.value,
  };
  return { ...(connection as Connection), secrets };
}

/** A writer of one post, with what is known of it. */
export async function createWriter(url: string, user: User, post: ResolvedPost, key: string) {
  const to = await connect(url, user);
  const known = { uploads: {} as Record<string, Upload>, earlier: null as RemotePost | null };
  const steps: string[] = [];
  const reports = {
    progress: (done: number, total: number, what: string) => void steps.push(`${done}/${total} ${what}`),
    uploaded: async (hash: string, upload: Upload) => {
      known.uploads[hash] = upload;
    },
    created: async (remote: RemotePost) => {
      known.earlier = remote;
    },
  };
  return {
    to,
    known,
    steps,
    publish: async (changes: Partial<PublishJob> = {}, signal = effects.signal) => {
      const written = changes.post ?? post;
      const job: PublishJob = {
        post: written,
        rendering: (address) => createRendering({ ...written, canonicalUrl: address ?? written.canonicalUrl }),
        key,
        options: { status: 'draft' },
        earlier: known.earlier,
        overwrite: false,
        uploads: known.uploads,
        ...changes,
      };
      const outcome = await wordpress.publish(job, to, reports, { ...effects, signal });
      if (outcome.ok) known.earlier = outcome.value;
      return outcome;
    },
  };
}
