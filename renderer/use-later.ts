import { createContext, use } from 'react';

/** The views about past charges: most openings of the window never come to them. */
export async function fetchPastView() {
  const { PastView } = await import('./views/PastView.tsx');
  return PastView;
}

/** Everything that is pressed or typed into, and the views in which one does. */
export async function fetchControls() {
  const { controls } = await import('./controls.ts');
  return controls;
}

export type Controls = Awaited<ReturnType<typeof fetchControls>>;

/** Undefined until they are there. */
export const ControlsContext = createContext<Controls | undefined>(undefined);

export function useControls(): Controls | undefined {
  return use(ControlsContext);
}
