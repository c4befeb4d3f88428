// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";

/// Stand-in for LidoLocator: the getters whose addresses the fixtures occupy.
contract Locator {
    address public constant lido = STETH;
    address public constant wstETH = WSTETH;
    address public constant withdrawalQueue = WITHDRAWAL_QUEUE;
    address public constant burner = BURNER;
    address public constant treasury = TREASURY;
    address public constant accounting = OPERATOR;
    address public constant accountingOracle = ACCOUNTING_ORACLE;
}
