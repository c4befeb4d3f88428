// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";

interface IToken {
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
    function balanceOf(address account) external view returns (uint256);
}

interface IShares is IToken {
    function sharesOf(address account) external view returns (uint256);
    function transferShares(address to, uint256 shares) external returns (uint256);
    function getPooledEthByShares(uint256 shares) external view returns (uint256);
    function getSharesByPooledEth(uint256 amount) external view returns (uint256);
}

/// Loch, a savings vault of our own for the demo site: it keeps stETH and wstETH that were approved to it and gives
/// them back. It books stETH in shares, so that a deposit keeps earning. It exists on no public chain.
contract Loch {
    event Deposited(address indexed account, address indexed token, uint256 amount);
    event Withdrawn(address indexed account, address indexed token, uint256 amount);

    error UnknownToken(address token);
    error NothingToMove();
    error MoreThanDeposited(uint256 asked, uint256 deposited);

    mapping(address => mapping(address => uint256)) private held;

    /// Takes `amount` of stETH or wstETH from the sender, who has approved it.
    function deposit(address token, uint256 amount) external {
        if (amount == 0) revert NothingToMove();
        uint256 before = _units(token);
        IToken(token).transferFrom(msg.sender, address(this), amount);
        held[msg.sender][token] += _units(token) - before;
        emit Deposited(msg.sender, token, amount);
    }

    /// Gives back up to what `balanceOf` says; the exact balance empties the deposit without dust.
    function withdraw(address token, uint256 amount) external {
        uint256 deposited = balanceOf(msg.sender, token);
        if (amount == 0) revert NothingToMove();
        if (amount > deposited) revert MoreThanDeposited(amount, deposited);
        if (token == STETH) {
            uint256 shares =
                amount == deposited ? held[msg.sender][token] : IShares(STETH).getSharesByPooledEth(amount);
            held[msg.sender][token] -= shares;
            IShares(STETH).transferShares(msg.sender, shares);
        } else {
            held[msg.sender][token] -= amount;
            IToken(token).transfer(msg.sender, amount);
        }
        emit Withdrawn(msg.sender, token, amount);
    }

    /// What an account has in Loch, in the token's own units.
    function balanceOf(address account, address token) public view returns (uint256) {
        uint256 units = held[account][token];
        return token == STETH ? IShares(STETH).getPooledEthByShares(units) : units;
    }

    function _units(address token) private view returns (uint256) {
        if (token == STETH) return IShares(STETH).sharesOf(address(this));
        if (token == WSTETH) return IToken(WSTETH).balanceOf(address(this));
        revert UnknownToken(token);
    }
}
