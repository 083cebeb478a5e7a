// Light or dark: as the system has it, unless the person chose.

export type Theme = 'system' | 'light' | 'dark';
const KEPT = 'lotline.theme';

export const theme = $state<{ chosen: Theme }>({ chosen: 'system' });

export function rememberedTheme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function showTheme(chosen: Theme): void {
  theme.chosen = chosen;
  if (chosen === 'system') localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, chosen);
  document.documentElement.dataset.theme = chosen;
}
