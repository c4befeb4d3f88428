// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// The rate limit on staking: an allowance that a stake uses up and that grows back block by block.
///
/// Fidelity: growth per block is maximum / growthBlocks, rounded down; the level is stored only when something
/// is staked and computed otherwise; a level above a lowered maximum sinks at the same pace; block 0 as the
/// time of the last stake means "paused", a maximum of 0 means "no limit".
library StakeLimit {
    struct State {
        uint32 sinceBlock;
        uint96 level;
        uint32 growthBlocks;
        uint96 maximum;
    }

    function paused(State memory s) internal pure returns (bool) {
        return s.sinceBlock == 0;
    }

    function limited(State memory s) internal pure returns (bool) {
        return s.maximum != 0;
    }

    /// Wei that may be staked now: 0 when paused, 2^256-1 without a limit.
    function current(State memory s) internal view returns (uint256) {
        if (paused(s)) return 0;
        if (!limited(s)) return type(uint256).max;
        uint256 perBlock = s.growthBlocks == 0 ? 0 : uint256(s.maximum) / s.growthBlocks;
        uint256 moved = (block.number - s.sinceBlock) * perBlock;
        if (s.level < s.maximum) {
            uint256 grown = uint256(s.level) + moved;
            return grown < s.maximum ? grown : s.maximum;
        }
        uint256 sunk = moved > s.level ? 0 : s.level - moved;
        return sunk > s.maximum ? sunk : s.maximum;
    }

    function spend(State storage s, uint256 amount) internal {
        State memory now_ = s;
        require(!paused(now_), "STAKING_PAUSED");
        if (!limited(now_)) return;
        uint256 left = current(now_);
        require(amount <= left, "STAKE_LIMIT");
        s.level = uint96(left - amount);
        s.sinceBlock = uint32(block.number);
    }

    function set(State storage s, uint256 maximum, uint256 perBlock) internal {
        require(maximum != 0, "ZERO_MAX_STAKE_LIMIT");
        require(maximum <= type(uint96).max, "TOO_LARGE_MAX_STAKE_LIMIT");
        require(maximum >= perBlock, "TOO_LARGE_LIMIT_INCREASE");
        require(perBlock == 0 || maximum / perBlock <= type(uint32).max, "TOO_SMALL_LIMIT_INCREASE");
        if (s.sinceBlock == 0 || s.maximum == 0 || maximum < s.level) s.level = uint96(maximum);
        s.growthBlocks = perBlock == 0 ? 0 : uint32(maximum / perBlock);
        s.maximum = uint96(maximum);
        if (s.sinceBlock != 0) s.sinceBlock = uint32(block.number);
    }
}
