// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {ERC20Permit, IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ISignatureTransfer} from "@uniswap/v4-periphery/lib/permit2/src/interfaces/ISignatureTransfer.sol";
import "./Addresses.sol";
import {Permit2} from "./Permit2.sol";

/// Tarn, a small lending pool of our own for the sites under test: an ERC-4626 vault over wstETH by OpenZeppelin's
/// contracts. Its one borrower is the devnet's operator; what it pays back beyond the loan is the depositors' yield.
/// It takes deposits by each form of grant that wallets are asked for: an allowance, an ERC-2612 permit of wstETH,
/// Permit2's signature transfer, Permit2's allowance. Its own shares have permit, and `multicall` runs several of its
/// methods in one, an approval of shares among them. It exists on no public chain.
contract Tarn is ERC4626, ERC20Permit, Multicall {
    using SafeERC20 for IERC20;

    Permit2 private constant PERMIT2 = Permit2(0x000000000022D473030F116dDEE9F6B43aC78BA3);

    error NotTheBorrower(address caller);

    event Borrowed(uint256 assets);
    event Repaid(uint256 assets, uint256 interest);

    /// What the borrower has, in wstETH.
    uint256 public lent;

    constructor()
        ERC20("Tarn lending pool wstETH", "tarnWstETH")
        ERC20Permit("Tarn lending pool wstETH")
        ERC4626(IERC20(WSTETH))
    {}

    modifier onlyBorrower() {
        if (msg.sender != OPERATOR) revert NotTheBorrower(msg.sender);
        _;
    }

    function borrow(uint256 assets) external onlyBorrower {
        lent += assets;
        IERC20(asset()).safeTransfer(msg.sender, assets);
        emit Borrowed(assets);
    }

    function repay(uint256 assets, uint256 interest) external onlyBorrower {
        lent -= assets;
        IERC20(asset()).safeTransferFrom(msg.sender, address(this), assets + interest);
        emit Repaid(assets, interest);
    }

    /// Deposits by the sender's ERC-2612 permit for this pool. A permit that someone else used up first is no
    /// obstacle: its allowance is there all the same.
    function depositWithPermit(uint256 assets, address receiver, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
        returns (uint256)
    {
        try IERC20Permit(asset()).permit(msg.sender, address(this), assets, deadline, v, r, s) {} catch {}
        return deposit(assets, receiver);
    }

    /// Deposits by a one-time Permit2 signature of the sender, which allows this pool up to its amount.
    function depositWithPermit2(
        ISignatureTransfer.PermitTransferFrom calldata permitted,
        uint256 assets,
        address receiver,
        bytes calldata signature
    ) external returns (uint256 shares) {
        require(permitted.permitted.token == asset(), "TOKEN");
        shares = previewDeposit(assets);
        PERMIT2.permitTransferFrom(
            permitted, ISignatureTransfer.SignatureTransferDetails(address(this), assets), msg.sender, signature
        );
        _book(receiver, assets, shares);
    }

    /// Deposits by the allowance that the sender gave this pool within Permit2.
    function depositByPermit2Allowance(uint160 assets, address receiver) external returns (uint256 shares) {
        shares = previewDeposit(assets);
        PERMIT2.transferFrom(msg.sender, address(this), assets, asset());
        _book(receiver, assets, shares);
    }

    function totalAssets() public view override returns (uint256) {
        return super.totalAssets() + lent;
    }

    /// Only what is not lent can leave.
    function maxRedeem(address owner) public view override returns (uint256) {
        return Math.min(super.maxRedeem(owner), previewDeposit(super.totalAssets()));
    }

    function decimals() public view override(ERC20, ERC4626) returns (uint8) {
        return super.decimals();
    }

    function _book(address receiver, uint256 assets, uint256 shares) private {
        _mint(receiver, shares);
        emit Deposit(msg.sender, receiver, assets, shares);
    }
}
