/** The facts of a post: slug, language, author, address, tags. */

import { readPlace, rememberPlace } from '../../lib/state/compose-place';
import { interfaceLanguage, t } from '../../lib/state/i18n';
import { addressOf, isWebAddress } from '../../lib/state/post-edits';
import { isSlugText, languageOptions } from '../../lib/state/post-facts';
import { suggestPostTags } from '../../lib/state/posts';
import { settings } from '../../lib/state/settings';
import { colourOfTag } from '../../lib/state/tag-colours';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { TagInput } from '../ui/tag-input';
import { TextField } from '../ui/text-field';
import { placeName, useDesk } from './desk';
import { EmbargoField } from './embargo-field';
import { Fold } from './fold';
import styles from './post-details.module.css';
import { VersionsField } from './versions-field';

export function PostDetails() {
  const { composer } = useDesk();
  const post = composer.post.value;
  const setAuthor = (author: string) => composer.edit((before) => ({ ...before, author }), 'author');
  return (
    <Fold
      lined
      label={t('compose_details')}
      glance={[post.slug, post.author].filter(Boolean).join(' · ')}
      open={readPlace(post.id).details}
      onToggle={(details) => rememberPlace(post.id, { details })}
    >
      <SlugField />
      <div class={styles.pair}>
        <Select
          label={t('compose_language')}
          value={post.language}
          options={languageOptions(interfaceLanguage.value, post.language)}
          onChange={(language) => composer.edit((before) => ({ ...before, language }))}
        />
        <TextField label={t('compose_author')} value={post.author} onInput={setAuthor} />
      </div>
      <TagInput
        colourOf={colourOfTag}
        label={t('compose_tags')}
        tags={post.tags}
        suggest={(typed) => suggestPostTags(typed, composer.post.peek().tags)}
        onChange={(tags) => composer.edit((before) => ({ ...before, tags }))}
      />
      <AddressField />
      <EmbargoField />
      <VersionsField />
    </Fold>
  );
}

function SlugField() {
  const { composer } = useDesk();
  const post = composer.post.value;
  const change = (slug: string) =>
    composer.edit((before) => ({ ...before, slug: slug.trim().toLowerCase(), slugEdited: true }), 'slug');
  return (
    <div class={styles.slug} data-place={placeName({ kind: 'field', field: 'slug' })}>
      <TextField
        label={t('compose_slug')}
        hint={t('compose_slug_hint')}
        value={post.slug}
        onInput={change}
        spellcheck={false}
        error={isSlugText(post.slug) ? null : t('compose_problem_bad_slug')}
      />
      {post.slugEdited && (
        <Button
          small
          variant="quiet"
          icon="refresh-cw"
          onClick={() => composer.edit((before) => ({ ...before, slugEdited: false }))}
        >
          {t('compose_slug_follow')}
        </Button>
      )}
    </div>
  );
}

/** The address, with the one proposed that the blog of the settings would give it. */
function AddressField() {
  const { composer } = useDesk();
  const { canonicalUrl, slug } = composer.post.value;
  const proposed = addressOf(settings.value.blogUrl, slug);
  const change = (url: string) => composer.edit((before) => ({ ...before, canonicalUrl: url.trim() }), 'canonicalUrl');
  return (
    <div class={styles.slug} data-place={placeName({ kind: 'field', field: 'canonical' })}>
      <TextField
        label={t('compose_canonical')}
        hint={t('compose_canonical_hint')}
        type="url"
        value={canonicalUrl}
        placeholder={proposed || 'https://'}
        onInput={change}
        error={canonicalUrl && !isWebAddress(canonicalUrl) ? t('compose_problem_bad_address') : null}
      />
      {proposed && proposed !== canonicalUrl && (
        <Button small variant="quiet" icon="link" onClick={() => change(proposed)}>
          {t('compose_address_use', proposed)}
        </Button>
      )}
    </div>
  );
}
