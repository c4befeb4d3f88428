import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { WagmiProvider } from "wagmi";
import { config } from "./config.ts";
import { Page } from "./Page.tsx";

createRoot(document.getElementById("root") as HTMLElement).render(
  createElement(
    WagmiProvider,
    { config },
    createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Page)),
  ),
);
