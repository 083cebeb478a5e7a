import { mount } from 'svelte';
import './look.css';
import App from './App.svelte';
import { chooseLanguage } from './words/words.svelte';
import { rememberedTheme, showTheme } from './shell/theme.svelte';

showTheme(rememberedTheme());
await chooseLanguage();
mount(App, { target: document.getElementById('page')! });
