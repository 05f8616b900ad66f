/** A view whose code is read only when it is first shown. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { Spinner } from '../ui/spinner';

/** A component that reads its code when it is first shown, or before when it is told to. */
export type LazyView<Props extends object> = ComponentType<Props> & { preload: () => Promise<void> };

/** A component that stands for the one that `load` brings. */
export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyView<Props> {
  let loaded: ComponentType<Props> | null = null;
  const preload = async () => {
    loaded ??= await load();
  };
  function LazyView(props: Props) {
    const [View, setView] = useState<ComponentType<Props> | null>(() => loaded);
    useEffect(() => {
      if (!View) void preload().then(() => setView(() => loaded));
    }, []);
    return View ? <View {...props} /> : <Spinner label={t('library_loading')} />;
  }
  return Object.assign(LazyView, { preload });
}
