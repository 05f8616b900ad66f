/** A text field whose value is stored elsewhere and comes back later: what is typed stays while it is being typed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { TextField, type TextFieldProps } from '../ui/text-field';

export function DraftField({ value, onInput, ...rest }: TextFieldProps) {
  const [draft, setDraft] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== input.current) setDraft(value);
  }, [value]);
  return (
    <TextField
      {...rest}
      value={draft}
      inputRef={input}
      onInput={(typed) => {
        setDraft(typed);
        onInput(typed);
      }}
    />
  );
}
