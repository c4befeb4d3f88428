// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

// The fixtures are written into the chain as runtime code, so that nothing runs their constructors:
// every address they depend on is a constant here instead of an immutable.
address constant STETH = 0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84;
address constant WSTETH = 0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0;
address constant WITHDRAWAL_QUEUE = 0x889edC2eDab5f40e902b864aD4d7AdE8E412F9B1;
address constant LIDO_LOCATOR = 0xC1d0b3DE6792Bf6b4b37EccdcC24e45978Cfd2Eb;
address constant EIP712_STETH = 0x8F73e4C2A6D852bb4ab2A45E6a9CF5715b3228B7;
address constant BURNER = 0xE76c52750019b80B43E36DF30bf4060EB73F573a;
address constant ACCOUNTING_ORACLE = 0x852deD011285fe67063a08005c71a85690503Cee;
address constant TREASURY = 0x3e40D73EB977Dc6a537aF587D48316feE66E9C8c;

// Who may pull the levers: the protocol's own Accounting contract, impersonated by the devnet.
address constant OPERATOR = 0x23ED611be0e1a820978875C0122F92260804cdDf;
