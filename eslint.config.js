import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/**", "node_modules/**", "prisma/generated/**", ".data/**", "public/**"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": reactHooks },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "react-hooks/rules-of-hooks": "error",
      "no-console": ["error", { allow: ["error", "warn"] }],
      "no-restricted-syntax": [
        "error",
        {
          // Two readers of the environment drift apart: env.server.ts parses it once and refuses what is wrong.
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "Only app/kernel/env.server.ts reads process.env.",
        },
      ],
    },
  },
  {
    files: [
      "app/kernel/env.server.ts",
      "**/*.test.ts",
      "**/*.test.tsx",
      "vite.config.ts",
      "vitest.config.ts",
      "prisma.config.ts",
      "scripts/**",
      "tests/**",
      "prisma/**",
    ],
    rules: { "no-restricted-syntax": "off", "no-console": "off" },
  },
);
