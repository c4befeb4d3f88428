// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";

/// Stand-in for a Chainlink price feed. Fidelity: latestRoundData's five fields, decimals, description and version;
/// an answer that was not refreshed keeps its old updatedAt. What differs: one round is kept, the operator sets it.
contract PriceFeed {
    uint8 public decimals;
    string public description;
    uint80 private round;
    int256 public latestAnswer;
    uint256 public latestTimestamp;

    function version() external pure returns (uint256) {
        return 4;
    }

    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        return (round, latestAnswer, latestTimestamp, latestTimestamp, round);
    }

    function begin(string calldata description_, uint8 decimals_) external {
        require(msg.sender == OPERATOR);
        description = description_;
        decimals = decimals_;
    }

    function update(int256 answer, uint256 updatedAt) external {
        require(msg.sender == OPERATOR);
        ++round;
        latestAnswer = answer;
        latestTimestamp = updatedAt;
    }
}
