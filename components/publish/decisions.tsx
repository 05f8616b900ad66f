/** What a person has to decide before a post is published: rights, incomplete sources, images that are not here. */
import type { neededImages } from '../../lib/state/export';
import { t, tn } from '../../lib/state/i18n';
import { describeProblem } from '../../lib/state/problems';
import type { PostFacts } from '../../lib/state/publish-facts';
import { useDesk } from '../compose/desk';
import { Checkbox } from '../ui/toggle';
import { Notice } from './notice';
import styles from './publish.module.css';

export type Agreed = { rights: boolean; insist: boolean; fetch: boolean };
export type Missing = ReturnType<typeof neededImages>;

export function Decisions({
  facts,
  agreed,
  setAgreed,
  missing,
}: {
  facts: PostFacts;
  agreed: Agreed;
  setAgreed: (agreed: Agreed) => void;
  missing: Missing;
}) {
  const { composer } = useDesk();
  const insist = composer.problems.value.filter((problem) => problem.level === 'insist');
  return (
    <>
      {facts.withoutRights.length > 0 && (
        <Notice tone="doubt">
          <p>{tn('publish_rights', facts.withoutRights.length)}</p>
          <ul class={styles.names}>
            {facts.withoutRights.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <Checkbox
            label={t('publish_rights_confirm')}
            checked={agreed.rights}
            onChange={(rights) => setAgreed({ ...agreed, rights })}
          />
        </Notice>
      )}
      {insist.length > 0 && (
        <Notice tone="doubt">
          <ul class={styles.names}>
            {insist.map((problem) => (
              <li key={JSON.stringify(problem.place)}>{describeProblem(problem)}</li>
            ))}
          </ul>
          <Checkbox
            label={t('publish_insist_go')}
            checked={agreed.insist}
            onChange={(yes) => setAgreed({ ...agreed, insist: yes })}
          />
        </Notice>
      )}
      {missing.images.length > 0 && (
        <Notice tone="doubt">
          <p>{tn('publish_images_missing', missing.images.length)}</p>
          {missing.sites.length > 0 && (
            <Checkbox
              label={t('publish_images_fetch', missing.sites.join(', '))}
              checked={agreed.fetch}
              onChange={(fetch) => setAgreed({ ...agreed, fetch })}
            />
          )}
        </Notice>
      )}
    </>
  );
}
