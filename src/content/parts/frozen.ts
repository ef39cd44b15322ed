/** The components of a release's article. */
import FrozenChanges from './FrozenChanges.astro';
import FrozenClaims from './FrozenClaims.astro';
import FrozenFigure from './FrozenFigure.astro';
import FrozenNumber from './FrozenNumber.astro';
import FrozenPredictions from './FrozenPredictions.astro';
import FrozenVerdict from './FrozenVerdict.astro';

export const frozenParts = {
  FrozenChanges,
  FrozenClaims,
  FrozenFigure,
  FrozenNumber,
  FrozenPredictions,
  FrozenVerdict,
};
