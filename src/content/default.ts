import { becomeDefault } from "./default-wallet.ts";

becomeDefault(window);
