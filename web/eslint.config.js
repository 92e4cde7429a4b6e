import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist/**', 'target/**', 'node_modules/**', 'dev/**'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // Words of one kind stand together (records/Page.vue); a template that uses them names them in full.
      'vue/multi-word-component-names': 'off',
      // The content security policy refuses style attributes that come with markup.
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
    },
  },
  prettier,
)
