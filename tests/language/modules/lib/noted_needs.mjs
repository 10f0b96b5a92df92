import './noted_throws.mjs';
note('never');
