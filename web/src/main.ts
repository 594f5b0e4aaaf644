import './style/fonts.css';
import './style/base.css';
import './style/types.css';

import { mount } from 'svelte';

import App from './App.svelte';
import { tellFaults } from '$lib/words/faults';
import { language } from '$lib/words/language.svelte';
import { speak } from '$lib/words/words.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
await speak(language.code);
tellFaults();
mount(App, { target });
