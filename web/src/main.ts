import { createApp } from 'vue'
import App from './App.vue'
import { applyReading, readingOf } from './reading'
import { router } from './router'
import './theme.css'

applyReading(readingOf(document.cookie))
createApp(App).use(router).mount('#app')
