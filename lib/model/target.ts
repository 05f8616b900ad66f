/** The contract between a post and the systems it is published to over the network: one target, one file in `lib/publish/targets`. */
import type { Failure } from './failure';
import type { ConnectionId } from './ids';
import type { Rendering } from './publisher';
import type { ResolvedPost } from './resolved-post';
import type { Result } from './result';

/** A field of a form that is drawn from data. */
export type TargetField = {
  name: string;
  /** Keys in `_locales`. */
  label: string;
  hint?: string;
  /** `secret` is kept apart from everything else and never shown again. `time` is local, without zone, as `<input>` gives it. */
  kind: 'address' | 'text' | 'secret' | 'choice' | 'several' | 'flag' | 'time';
  required?: boolean;
  placeholder?: string;
  /** What a new form starts with. */
  initial?: string;
  /** For `choice` and `several`; `label` is a key in `_locales`, `text` is shown as it is (the name of a category). */
  choices?: readonly TargetChoice[];
  /** Shown only while another field has one of these values. */
  when?: { field: string; is: readonly string[] };
};
export type TargetChoice = { value: string; label?: string; text?: string };

/** Values of a form by field; several choices are joined by commas, a flag is `yes` or empty. */
export type FieldValues = Readonly<Record<string, string>>;

/** A system that a person has connected, without its secrets. */
export type Connection = {
  id: ConnectionId;
  /** Id of the target in `lib/publish/targets/registry.ts`. */
  target: string;
  /** As people call it; the host at first. */
  name: string;
  fields: FieldValues;
  account: Account;
  /** True: its secrets go when the browser closes. */
  forgetful: boolean;
  createdAt: number;
  updatedAt: number;
};

/** Who we are on the other system, and what may be done there: read back when it is connected and tested. */
export type Account = {
  /** The name shown there; empty when the system has no accounts. */
  name: string;
  /** The role in the system's own words; empty when it has none. */
  role: string;
  may: Capabilities;
  /** Choices that the system offers (categories, authors), by the field they are for. */
  offers: Readonly<Record<string, readonly TargetChoice[]>>;
  checkedAt: number;
};

/** What may be done there, so that it is known before it is tried. */
export type Capabilities = {
  /** Make a post visible to everybody. */
  publish: boolean;
  uploadImages: boolean;
  /** Make tags that are not there yet. */
  makeTags: boolean;
};

/** A connection with its secrets, for as long as a request takes. */
export type OpenConnection = Connection & { secrets: FieldValues };

/** The effects a target may use; given, never imported. */
export type TargetEffects = {
  fetch: typeof fetch;
  now: () => number;
  /** Whether the computer is connected to a network, as far as the browser knows. */
  online: () => boolean;
  signal: AbortSignal;
  /** Waits; `retry after` and the like. */
  sleep: (milliseconds: number) => Promise<void>;
};

/** An image that the other system has. */
export type Upload = { remoteId: string; url: string };

/** What is there, as the other system told us last. */
export type RemotePost = {
  remoteId: string;
  /** Where readers find it. */
  url: string;
  /** Where it is edited there; empty when the system has no such page. */
  editUrl: string;
  /** The value of the field `status`, where the target has one; else `published`. */
  status: string;
  /** What the post says there in a form to compare: two that differ mean that somebody changed it. */
  fingerprint: string;
  /** The fingerprint it has if a change was made there whose answer never came. */
  pending?: string;
};

/** What a form needs to know of the post that it is for. */
export type PostOutline = {
  /** Every image; `own`: the company's, not one of a clip. */
  images: readonly { path: string; name: string; own: boolean }[];
};

export type PublishJob = {
  post: ResolvedPost;
  /** The post rendered for when it lives at `address`; without one, at the address it names itself. */
  rendering: (address?: string) => Rendering;
  /** The same for every attempt with this post at this place; letters and digits only. By it a lost post is found again. */
  key: string;
  /** What the person chose in the form of `postFields`. */
  options: FieldValues;
  /** What was published before, to be replaced; null for the first time. */
  earlier: RemotePost | null;
  /** Replace it although somebody changed it there: the person has seen both. */
  overwrite: boolean;
  /** Images that are there already, by SHA-256 of their bytes. */
  uploads: Readonly<Record<string, Upload>>;
};

/** What a running job reports. Each report is on disk when the promise resolves, so that a retry goes on from there. */
export type JobReports = {
  /** `done` of `total` steps; `what` is a key in `_locales` for the step that begins. */
  progress(done: number, total: number, what: string): void;
  uploaded(hash: string, upload: Upload): Promise<void>;
  /** The post exists there, perhaps not yet as it should be in the end. */
  created(remote: RemotePost): Promise<void>;
};

/** How a post is taken back. */
export type Retraction = { kind: 'draft' } | { kind: 'trash' } | { kind: 'correction'; text: string };

export type RemoteCheck =
  /** As we left it, or changed by somebody since. */
  { state: 'same' | 'changed'; remote: RemotePost } | { state: 'gone' };

export type Target = {
  id: string;
  /** Keys of its name and its one-line explanation in `_locales`. */
  label: string;
  hint: string;
  /** Lucide icon name. */
  icon: string;
  /** The form by which it is connected. */
  fields: readonly TargetField[];
  /** It takes the bytes of images: images without rights are blocked. */
  copiesImages: boolean;
  /** Its word for the status of posts that readers can have. */
  publicStatus: string;
  /** When the post would become public by these options, in milliseconds; null: not before somebody makes it so there. */
  publicAt(options: FieldValues, now: number): number | null;
  /** How posts can be taken back there. */
  retractions: readonly Retraction['kind'][];
  /** The addresses whose sites must be asked for before anything is sent. Empty when the fields are not filled in. */
  addresses(fields: FieldValues): string[];
  /** Where the person can let the other system give out a password by itself; missing when it has no such way. */
  authorise?: Authorise;
  /**
   * Looks at what was filled in: who is it, what may it do. `fields` come back as they are to be kept (an address
   * completed, say). Changes nothing there.
   */
  test(
    fields: FieldValues,
    secrets: FieldValues,
    effects: TargetEffects,
  ): Promise<Result<{ fields: FieldValues; account: Account; name: string }>>;
  /** The form for a post: status, categories and the like; what the account may not do is not in it. */
  postFields(account: Account, post: PostOutline): readonly TargetField[];
  /**
   * Makes the post, or replaces what `earlier` names. May be repeated after any failure: what is there already is found
   * by `key` and by the hashes of images, never made twice. Fails with `remote-changed` when somebody changed it there.
   */
  publish(
    job: PublishJob,
    to: OpenConnection,
    reports: JobReports,
    effects: TargetEffects,
  ): Promise<Result<RemotePost>>;
  /** Takes it back. Fails with `remote-changed` where a text would be overwritten. */
  retract(remote: RemotePost, how: Retraction, at: OpenConnection, effects: TargetEffects): Promise<Result<RemotePost>>;
  check(remote: RemotePost, at: OpenConnection, effects: TargetEffects): Promise<Result<RemoteCheck>>;
  /** Makes the secrets worthless on the other side, where that can be done. Missing where it cannot. */
  revoke?(connection: OpenConnection, effects: TargetEffects): Promise<Result<null>>;
};

/** A page of the other system on which a person lets it give out a password. */
export type Authorise = {
  /** The address to open, which ends at `redirectUrl`. */
  start(
    fields: FieldValues,
    redirect: { url: string; state: string; appName: string },
    effects: TargetEffects,
  ): Promise<Result<string, Failure>>;
  /** What came back: fields and secrets; null when the person said no. Fails when the answer is not to our question. */
  finish(returned: string, state: string): Result<{ fields: FieldValues; secrets: FieldValues } | null>;
};
