/** Name, colour and description of one tag; a name that another tag has joins the two. */
import { useId, useState } from 'preact/hooks';
import { cleanTag, type Tag, type TagColour, tagColours } from '../../lib/model/tag';
import { t, tn } from '../../lib/state/i18n';
import { editTag, otherTagOf, renameTags } from '../../lib/state/tags';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TagDot } from '../ui/tag-dot';
import { TextField } from '../ui/text-field';
import styles from './edit-tag-dialog.module.css';
import { onEnter } from './on-enter';

export function EditTagDialog({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const [name, setName] = useState(tag.name);
  const [description, setDescription] = useState(tag.description ?? '');
  const [colour, setColour] = useState(tag.colour);
  const other = otherTagOf(name, tag.key);
  const ready = cleanTag(name) !== '';
  const save = async () => {
    if (!ready) return;
    onClose();
    await editTag(tag, { colour, description: description.trim() });
    if (cleanTag(name) !== tag.name) await renameTags([tag], name);
  };
  return (
    <Dialog
      open
      title={t('tags_edit_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common_cancel')}</Button>
          <Button variant="primary" disabled={!ready} onClick={() => void save()}>
            {other ? t('tags_merge') : t('tags_save')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field is the button's shortcut */}
      <div class={styles.fields} onKeyDown={onEnter(() => void save())}>
        <TextField
          label={t('tags_name')}
          value={name}
          onInput={setName}
          hint={other && tn('tags_exists', other.count, other.name)}
        />
        <TextField
          label={t('tags_description')}
          hint={t('tags_description_hint')}
          value={description}
          onInput={setDescription}
        />
        <ColourChoice chosen={colour} onChoose={setColour} />
      </div>
    </Dialog>
  );
}

type ChoiceProps = { chosen: TagColour | undefined; onChoose: (colour: TagColour | undefined) => void };

function ColourChoice({ chosen, onChoose }: ChoiceProps) {
  const group = useId();
  return (
    <fieldset class={styles.colours}>
      <legend>{t('tags_colour')}</legend>
      {[undefined, ...tagColours].map((colour) => (
        <label key={colour ?? 'none'} class={styles.colour}>
          <input type="radio" name={group} checked={chosen === colour} onChange={() => onChoose(colour)} />
          <TagDot colour={colour} />
          <span>{t(`tags_colour_${colour ?? 'none'}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
