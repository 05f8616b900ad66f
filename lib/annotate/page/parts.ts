/** Small parts of the highlighter's frames: made by hand, because nothing but what is needed goes into a page. */
import type { IconNode } from 'lucide';

export type Make = ReturnType<typeof createMaker>;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Makes elements of one document. */
export function createMaker(document: Document) {
  const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, className = '', text = '') => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const icon = (shapes: IconNode) => {
    const svg = document.createElementNS(svgNamespace, 'svg');
    for (const [name, value] of [['viewBox', '0 0 24 24'] as const, ['aria-hidden', 'true'] as const])
      svg.setAttribute(name, value);
    for (const [name, attributes] of shapes) {
      const shape = document.createElementNS(svgNamespace, name);
      for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
      svg.append(shape);
    }
    return svg;
  };
  let fields = 0;
  /** A button that only a person can press: what scripts do to it is not heard. */
  const button = (className: string, act: () => void, text = '') => {
    const made = element('button', className, text);
    made.type = 'button';
    made.addEventListener('click', (event) => {
      if (event.isTrusted) act();
    });
    return made;
  };
  const iconButton = (shapes: IconNode, label: string, act: () => void) => {
    const made = button('icon', act);
    made.append(icon(shapes));
    made.title = label;
    made.setAttribute('aria-label', label);
    return made;
  };
  /** A field with its name above it, in a box that can hold more. */
  const field = <Name extends 'input' | 'textarea'>(name: Name, label: string) => {
    const box = element('div', 'field');
    const made: HTMLElementTagNameMap[Name] = element(name);
    const named = element('label', '', label);
    made.id = `field-${++fields}`;
    named.htmlFor = made.id;
    box.append(named, made);
    return { element: box, field: made };
  };
  return { element, icon, button, iconButton, field };
}
