/** Enter as the shortcut of a dialog's button, but not the Enter that ends a word of an input method. */

export function onEnter(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const field = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
    if (event.key !== 'Enter' || !field || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    act();
  };
}
