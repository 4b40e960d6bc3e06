"""The languages JavaScript and TypeScript."""
