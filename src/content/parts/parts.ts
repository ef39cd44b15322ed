/** The components that every article may use without an import. */
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import Figure from './Figure.astro';
import Model from './Model.astro';
import N from './N.astro';
import Prediction from './Prediction.astro';
import Say from './Say.astro';
import Term from './Term.astro';

export const parts = { Cite, Claim, Figure, Model, N, Prediction, Say, Term };
