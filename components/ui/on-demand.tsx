"use client";

import { useEffect, useState, type ComponentType } from "react";

/**
 * A component whose code comes when it is first shown, or before that by `preload`. What
 * is there already is shown at once: React.lazy would first show its placeholder, for the
 * third of a second that a placeholder stays at least.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Placeholder: ComponentType = Nothing,
) {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  const preload = (): Promise<void> =>
    (loading ??= load().then(
      (component) => {
        loaded = component;
      },
      (error: unknown) => {
        loading = null; // The connection may be back by the next time.
        throw error;
      },
    ));

  function OnDemand(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failure, setFailure] = useState<{ error: unknown } | null>(null);
    useEffect(() => {
      if (Loaded) return;
      preload().then(
        () => {
          setLoaded(() => loaded);
        },
        (error: unknown) => {
          setFailure({ error });
        },
      );
    }, [Loaded]);

    if (failure) throw failure.error;
    return Loaded ? <Loaded {...props} /> : <Placeholder />;
  }

  return Object.assign(OnDemand, { preload });
}

const Nothing = () => null;
